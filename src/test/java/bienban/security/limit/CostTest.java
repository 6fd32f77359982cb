package bienban.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /v1/meetings/5f0c7f3e, cheap",
        "HEAD, /v1/places/292, cheap",
        "GET, /v1/vocabularies, cheap",
        "GET, /v1/vocabularies/topic, cheap",
        "GET, /q/openapi, cheap",
        "GET, /nothing, cheap",
        "GET, /v1/meetings, page",
        "GET, /v1/meetings/, page",
        "GET, /v1/changes, page",
        "GET, /v1/speakers/5f0c/meetings, page",
        "GET, /v1/meetings/5f0c/versions/2, page",
        "POST, /v1/meetings, write",
        "PATCH, /v1/meetings/5f0c, write",
        "DELETE, /v1/keys/5f0c, write",
        "POST, /v1/speakers/5f0c/merge, write",
        "POST, /v1/extractions, computed",
        "POST, /v1/articles, computed",
        "PUT, /v1/articles/5f0c, computed",
        "GET, /v1/directives/summary, computed",
        "GET, /v1/indicators/grain/series, computed",
        "GET, /v1/digest, computed",
        "GET, /v1/exports/meetings.ndjson, dear",
        "POST, /v1/imports, dear"
    })
    void isDeclaredForEveryKindOfRequest(String method, String path, Cost cost) {
        assertThat(Cost.of(method, path)).isEqualTo(cost);
    }

    @Test
    void growsWithTheWork() {
        assertThat(Cost.values()).isSortedAccordingTo((a, b) -> Integer.compare(a.units(), b.units()));
        assertThat(Cost.cheap.units()).isEqualTo(1);
    }
}

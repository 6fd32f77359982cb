package bienban.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bienban.record.RecordKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamTest {
    private record Given(
            String url,
            Optional<String> key,
            Optional<String> filter,
            Optional<List<String>> types,
            Duration interval,
            Optional<Duration> staleAfter)
            implements UpstreamSettings.Settings {}

    private static Upstream upstream(String name, String url, String filter, String types, String interval) {
        return Upstream.of(
                name,
                new Given(
                        url,
                        Optional.empty(),
                        Optional.ofNullable(filter),
                        Optional.ofNullable(types).map(t -> Arrays.asList(t.split(";"))),
                        Duration.parse(interval),
                        Optional.empty()));
    }

    @Test
    void followsEverythingUnlessToldOtherwise() {
        var upstream = upstream("kinh-mon", "https://example.vn/", null, null, "PT30S");
        assertThat(upstream.url()).hasToString("https://example.vn");
        assertThat(upstream.types())
                .isEqualTo("organizations,documents,articles,speakers,meetings,observations,directives");
        assertThat(upstream.staleAfter()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void takesWithAFilterOnlyTheDocumentsThatOthersReferTo() {
        var upstream = upstream("kinh-mon", "https://example.vn", "place=292&within=subtree", null, "PT30S");
        assertThat(upstream.isExported(RecordKind.meeting)).isTrue();
        assertThat(upstream.isExported(RecordKind.document)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Kinh Mon, https://example.vn, -, -, PT30S, bienban.upstreams.Kinh Mon:",
                "a, example.vn, -, -, PT30S, bienban.upstreams.a.url:",
                "a, ftp://example.vn, -, -, PT30S, bienban.upstreams.a.url:",
                "a, https://me:secret@example.vn, -, -, PT30S, bienban.upstreams.a.url:",
                "a, https://example.vn?x=1, -, -, PT30S, bienban.upstreams.a.url:",
                "a, https://exa mple.vn, -, -, PT30S, bienban.upstreams.a.url:",
                "a, https://example.vn, q=1, -, PT30S, bienban.upstreams.a.filter:",
                "a, https://example.vn, within=subtree, -, PT30S, bienban.upstreams.a.filter:",
                "a, https://example.vn, place, -, PT30S, bienban.upstreams.a.filter:",
                "a, https://example.vn, -, meeting, PT30S, bienban.upstreams.a.types:",
                "a, https://example.vn, -, directives, PT30S, bienban.upstreams.a.types:",
                "a, https://example.vn, -, -, PT0S, bienban.upstreams.a.interval:",
            })
    void namesTheSettingThatCannotBeMeant(
            String name, String url, String filter, String types, String interval, String setting) {
        assertThatThrownBy(() -> upstream(name, url, filter, types, interval)).hasMessageStartingWith(setting);
    }
}

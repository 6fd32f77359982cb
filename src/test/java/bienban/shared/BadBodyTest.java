package bienban.shared;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Refusal;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that cannot be read, or not as what they should be. None changes anything. */
@QuarkusTest
class BadBodyTest {
    @Inject
    Given given;

    @Inject
    Stored stored;

    private String place;
    private String before;

    @BeforeEach
    void remember() {
        place = given.place();
        before = stored.state();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(stored.state()).isEqualTo(before);
    }

    @Test
    void tellsWhereJsonIsMalformed() {
        for (var body : new String[] {
            "{\"title\":", "{} {}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}", "nul", "{\"a\":1,}", "\ufeff{}", "[1"
        }) {
            assertThat(refused(body)).as(body).containsExactly(" malformed_json");
        }
        assertThat(refused("")).containsExactly(" empty_body");
        assertThat(refused("  \n ")).containsExactly(" empty_body");
    }

    @Test
    void takesAnObjectOnly() {
        for (var body : new String[] {"null", "[]", "\"a\"", "1", "true"}) {
            assertThat(refused(body)).as(body).containsExactly(" wrong_type");
        }
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(refused("{\"title\":\"a\",\"title\":\"b\"}")).containsExactly(" duplicate_key");
        assertThat(refused("{\"observations\":[{\"raw\":\"a\",\"raw\":\"b\"}]}"))
                .containsExactly(" duplicate_key");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(refused("[".repeat(500_000))).containsExactly(" too_deep");
        assertThat(refused("{\"a\":".repeat(40) + "1" + "}".repeat(40))).containsExactly(" too_deep");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (var bytes :
                new int[][] {{0xff}, {0xc0, 0xaf}, {0xed, 0xa0, 0x80}, {0xe1, 0xbb}, {0xf5, 0x80, 0x80, 0x80}}) {
            var text = new StringBuilder();
            for (var b : bytes) {
                text.append((char) b);
            }
            var body = ("{\"title\":\"" + text + "\"}").getBytes(StandardCharsets.ISO_8859_1);
            var answer = given.editor().body(body).post("/v1/meetings");
            assertThat(Refusal.of(answer, 400, "invalid-request").faults()).containsExactly(" not_utf8");
        }
    }

    @Test
    void refusesTextThatCannotBeStored() {
        assertThat(
                        refused(
                                meeting(
                                        "\"findings\": [{\"kind\": \"result\", \"text\": \"a\\u0000\"}], \"reviewPeriod\": \"\\ud800\"")))
                .containsExactly("/findings/0/text forbidden_character", "/reviewPeriod forbidden_character");
        assertThat(refused(meeting("\"\\ud800\": 1, \"\\u0000\": 2"))).allMatch(f -> f.endsWith(" unknown_property"));
    }

    @Test
    void listsAllFaultsAtOnce() {
        var body = """
                {"title": " ", "kind": "party", "x": 1, "extended": "yes", "heldOn": "2021-02-30", "place": {"code": "%s", "name": 3},
                 "participations": [{"roles": []}, 7, null], "observations": [{"label": "a", "value": "1"}],
                 "directives": [{"text": "", "dueOn": "2021-13", "addressees": [{"role": "boss"}]}]}""";
        assertThat(refused(body.formatted(place)))
                .contains(
                        "/title required",
                        "/kind unknown_value",
                        "/x unknown_property",
                        "/extended wrong_type",
                        "/heldOn malformed_date",
                        "/place/name wrong_type",
                        "/participations/0 speaker_or_group",
                        "/participations/0/roles required",
                        "/participations/1 wrong_type",
                        "/participations/2 required",
                        "/observations/0/value wrong_type",
                        "/directives/0/text required",
                        "/directives/0/dueOn malformed_date",
                        "/directives/0/addressees/0/role unknown_value",
                        "/directives/0/addressees/0/name required");
    }

    @Test
    void listsFaultsOfReferenceTogether() {
        var unknown = "01900f5e-2a00-7c3e-9d6a-0000000000ff";
        var body = """
                {"title": "a", "kind": "conference", "place": {"code": "nowhere"}, "host": {"id": "%1$s"}, "documents": [{"id": "%1$s"}],
                 "observations": [{"label": "a", "indicator": "unheard_of", "value": 1}, {"label": "b"}], "directives": [{"text": "a", "ordinal": 1}, {"text": "b", "ordinal": 1}]}""";
        assertThat(refused(body.formatted(unknown)))
                .containsExactly(
                        "/directives/1/ordinal listed_twice",
                        "/documents/0 unknown_reference",
                        "/host unknown_reference",
                        "/observations/0/indicator unknown_reference",
                        "/observations/1/value value_or_flag",
                        "/place/code unknown_reference");
    }

    @Test
    void boundsTheNumberOfFaultsTold() {
        assertThat(refused("{\"observations\": [" + "1,".repeat(5000) + "1]}")).hasSizeBetween(1, 100);
    }

    @Test
    void refusesNumbersBeyondRange() {
        for (var value : new String[] {
            "1e30", "1234567890123456789012345", "1e999999999", "-1e999999999", "1e-999999999", "0.1234567890123"
        }) {
            assertThat(refused(meeting("\"observations\": [{\"label\": \"a\", \"value\": " + value + "}]")))
                    .as(value)
                    .containsExactly("/observations/0/value too_many_digits");
        }
        for (var value : new String[] {"1e99999999999", "1".repeat(65)}) {
            assertThat(refused(meeting("\"observations\": [{\"label\": \"a\", \"value\": " + value + "}]")))
                    .as(value)
                    .containsExactly(" number_too_long");
        }
        for (var ordinal : new String[] {"99999999999", "2147483648", "0", "-1", "10001"}) {
            assertThat(refused(meeting("\"ordinal\": " + ordinal)))
                    .as(ordinal)
                    .containsExactly("/ordinal out_of_range");
        }
        for (var ordinal : new String[] {"1.5", "1e999999999", "1.0"}) {
            assertThat(refused(meeting("\"ordinal\": " + ordinal)))
                    .as(ordinal)
                    .containsExactly("/ordinal malformed_number");
        }
    }

    @Test
    void refusesDatesThatDoNotExistAndPeriodsThatRunBackwards() {
        for (var date : new String[] {
            "2021-02-29",
            "2022-04-31",
            "2022-13",
            "2022-00",
            "13/7/2022",
            "22-07-13",
            "2022-7-3",
            "0000",
            "2022-07-13T00:00:00Z",
            "",
            " 2022"
        }) {
            assertThat(refused(meeting("\"heldOn\": \"" + date + "\"")))
                    .as(date)
                    .containsExactly("/heldOn malformed_date");
        }
        for (var period : new String[] {
            "2022-06/2022-01", "2022/2021-12", "2022/", "/2022", "2022/2023/2024", "2022-02-30/2022-03", "2022-Q1"
        }) {
            assertThat(refused(
                            meeting("\"reviewPeriod\": \"" + period + "\", \"term\": {\"years\": \"" + period + "\"}")))
                    .as(period)
                    .containsExactly("/reviewPeriod malformed_period", "/term/years malformed_period");
        }
    }

    @Test
    void refusesFiguresThatArePartOfThemselves() {
        var one = "01900f5e-2a00-7c3e-9d6a-0000000000f1";
        var two = "01900f5e-2a00-7c3e-9d6a-0000000000f2";
        var figure = "{\"id\": \"%s\", \"label\": \"a\", \"value\": 1, \"parent\": \"%s\"}";
        assertThat(refused(observations(figure.formatted(one, two), figure.formatted(two, one))))
                .containsExactly("/observations/0/parent part_of_itself", "/observations/1/parent part_of_itself");
        assertThat(refused(observations(figure.formatted(one, "/observations/1"), figure.formatted(two, one))))
                .containsExactly("/observations/0/parent part_of_itself", "/observations/1/parent part_of_itself");
        assertThat(refused(observations("{\"label\": \"a\", \"value\": 1, \"parent\": \"/observations/0\"}")))
                .containsExactly("/observations/0/parent part_of_itself");
        assertThat(refused(observations("{\"label\": \"a\", \"value\": 1, \"parent\": \"/observations/1\"}")))
                .containsExactly("/observations/0/parent unknown_reference");
    }

    private static String observationsOf(String... figures) {
        return "\"observations\": [" + String.join(", ", figures) + "]";
    }

    private String observations(String... figures) {
        return meeting(observationsOf(figures));
    }

    private String meeting(String more) {
        return "{\"title\": \"a\", \"kind\": \"conference\", \"place\": {\"code\": \"%s\"}, %s}".formatted(place, more);
    }

    private java.util.List<String> refused(String body) {
        var answer = given.editor().body(body.getBytes(StandardCharsets.UTF_8)).post("/v1/meetings");
        return Refusal.of(answer, 400, "invalid-request").faults();
    }
}

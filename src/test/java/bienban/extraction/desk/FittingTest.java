package bienban.extraction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.desk.ExtractionAnswer.Doubt;
import bienban.shared.InputError;
import bienban.shared.StrictJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static Fitting fitting() throws JsonProcessingException {
        var meeting = (ObjectNode) StrictJson.READER.readTree("""
                {"title": "T", "ordinal": 70000,
                 "observations": [{"label": "a"}, {"label": "b", "parent": "/observations/0"}, {"label": "c", "parent": "/observations/1"}],
                 "evidence": [{"pointer": "/observations/1"}, {"pointer": "/observations/2/value"}, {"pointer": "/title"}]}""");
        return new Fitting(meeting, List.of(new Doubt("/observations/2", "w", "d", 1, 2)), Locale.ENGLISH);
    }

    @Test
    void movesWhatPointsPastARemovedItem() throws JsonProcessingException {
        var fitting = fitting();
        fitting.remove("observations", List.of(1));
        assertThat(fitting.meeting().get("observations").toString()).isEqualTo("[{\"label\":\"a\"},{\"label\":\"c\"}]");
        assertThat(fitting.meeting().get("evidence").toString())
                .isEqualTo("[{\"pointer\":\"/observations/1/value\"},{\"pointer\":\"/title\"}]");
        assertThat(fitting.warnings().get(0).pointer()).isEqualTo("/observations/1");
    }

    @Test
    void leavesOutAMemberFirstAndTheItemWhenTheMemberIsNeeded() throws JsonProcessingException {
        var fitting = fitting();
        assertThat(fitting.leaveOut(List.of(
                        InputError.at("/observations/0/label", "too_long"), InputError.at("/ordinal", "out_of_range"))))
                .isTrue();
        assertThat(fitting.meeting().has("ordinal")).isFalse();
        assertThat(fitting.leaveOut(List.of(InputError.at("/observations/0/label", "required"))))
                .isTrue();
        assertThat(fitting.meeting().get("observations").toString())
                .isEqualTo("[{\"label\":\"b\"},{\"label\":\"c\",\"parent\":\"/observations/0\"}]");
        assertThat(fitting.warnings()).extracting(Doubt::code).contains("left_out");
    }

    @Test
    void cannotHelpWhereTheMeetingItselfLacksSomething() throws JsonProcessingException {
        assertThat(fitting().leaveOut(List.of(InputError.at("/kind", "required"), InputError.at("", "rule"))))
                .isFalse();
    }
}

package bienban.exchange.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bienban.indicator.ObservationRecord;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
    private static String row(String columns, String cells) {
        return new Table(ObservationRecord.class, columns.getBytes(StandardCharsets.UTF_8))
                .row(cells.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static java.util.List<String> refused(String columns, String cells) {
        return catchThrowableOfType(ApiException.class, () -> row(columns, cells)).errors().stream()
                .map(InputError::code)
                .toList();
    }

    @Test
    void makesOfARowTheJsonThatItStandsFor() {
        assertThat(row(
                        "place,label,value,unitMultiplier,estimated,flags,sourceTitle,sourceUrl,externalId",
                        "292,\"a, \"\"b\"\"\",-1.50,9,false,malformed_number; outlier,T,https://x.vn,7"))
                .isEqualTo(
                        "{\"place\":{\"code\":\"292\"},\"label\":\"a,"
                                + " \\\"b\\\"\",\"value\":-1.50,\"unitMultiplier\":9,\"estimated\":false,"
                                + "\"flags\":[\"malformed_number\",\"outlier\"],\"source\":{\"title\":\"T\",\"url\":\"https://x.vn\"},\"externalId\":\"7\"}");
    }

    @Test
    void leavesOutEmptyCellsAndWhatExportsOnlyShow() {
        assertThat(row("id,version,updatedAt,placeName,normalizedValue,raw", ",3,2026-01-01,Nơi,5,\"\""))
                .isEqualTo("{}");
    }

    @Test
    void takesTheGuardAgainstFormulasOff() {
        assertThat(row("label,raw", "'=1+1,''x")).isEqualTo("{\"label\":\"=1+1\",\"raw\":\"'x\"}");
    }

    @Test
    void readsNumbersAsJsonDoesAndNothingElseAsOne() {
        assertThat(row("value,rangeTo", "1e3,0.10"))
                .isEqualTo("{\"value\":1e3,\"rangeTo\":0.10}".replace("1e3", "1E+3"));
        assertThat(row("value,rangeTo", "\"1,5\",01")).isEqualTo("{\"value\":\"1,5\",\"rangeTo\":\"01\"}");
    }

    @Test
    void refusesWhatIsNoRow() {
        assertThat(refused("value", "1,2")).containsExactly("cell_count");
        assertThat(refused("value,valu", "1,2")).containsExactly("unknown_name");
        assertThat(refused("value,value", "1,2")).containsExactly("duplicate_key");
        assertThat(refused("raw", "\"a\"b")).containsExactly("malformed_csv");
    }
}

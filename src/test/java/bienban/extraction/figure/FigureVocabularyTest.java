package bienban.extraction.figure;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.text.Keys;
import bienban.extraction.text.Vocabulary;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabularies hold what their headers promise, so that a slip in a data file fails the build. */
class FigureVocabularyTest {
    private static final Set<String> TOPICS = Set.of(
            ("economy industry agriculture trade tourism enterprise budget investment construction transport urban rural land "
                            + "site_clearance environment disaster education health culture sport welfare poverty labor population "
                            + "science digital administrative_reform party_building ideology inspection personnel "
                            + "mass_mobilization front internal_affairs anti_corruption defense security traffic_safety "
                            + "petitions leadership")
                    .split(" ", -1));

    @ParameterizedTest
    @CsvSource({
        "units.tsv,4",
        "cues.tsv,2",
        "per_units.tsv,2",
        "numbers_in_names.tsv,2",
        "yardsticks.tsv,2",
        "indicators.tsv,9"
    })
    void rowsHaveTheColumnsOfTheHeaderAndAreNfc(String file, int columns) {
        for (var row : Vocabulary.rows(file)) {
            assertThat(row).as(file).hasSize(columns);
            assertThat(row)
                    .allMatch(cell -> Normalizer.isNormalized(cell, Normalizer.Form.NFC) && cell.equals(cell.strip()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"units.tsv", "cues.tsv", "per_units.tsv", "numbers_in_names.tsv"})
    void noPhraseStandsTwice(String file) {
        assertThat(Vocabulary.rows(file)).extracting(row -> row.get(0)).doesNotHaveDuplicates();
    }

    @Test
    void numbersInNamesAreWrittenAsKeys() {
        var rows = Vocabulary.rows("numbers_in_names.tsv");
        for (var row : rows.subList(1, rows.size())) {
            assertThat(row.get(0)).isEqualTo(Keys.ofPhrase(row.get(0)));
            assertThat(row.get(1)).isIn("strong", "weak", "day", "month", "year");
        }
    }

    @Test
    void indicatorsAreWellFormed() {
        var rows = Vocabulary.rows("indicators.tsv");
        var body = rows.subList(1, rows.size());
        var codes = body.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        var units = Vocabulary.rows("units.tsv").stream().map(row -> row.get(1)).collect(Collectors.toSet());
        units.addAll(List.of("VND/person", "ratio"));
        assertThat(codes).hasSize(body.size()).hasSizeGreaterThan(150);
        for (var row : body) {
            assertThat(row.get(0)).matches("[a-z0-9_]+(\\.[a-z0-9_]+)?");
            assertThat(units).as(row.get(0)).contains(row.get(3));
            assertThat(TOPICS).contains(row.get(4));
            assertThat(row.get(5)).isIn("sum", "average", "none");
            assertThat(row.get(6))
                    .satisfiesAnyOf(
                            parent -> assertThat(parent).isEmpty(),
                            parent -> assertThat(codes).contains(parent));
            assertThat(row.get(7)).isIn("up", "down", "none");
            assertThat(row.get(8)).isNotBlank();
        }
    }

    @Test
    void noPhraseNamesTwoIndicatorsOfOneUnit() {
        var seen = new HashSet<String>();
        var rows = Vocabulary.rows("indicators.tsv");
        for (var row : rows.subList(1, rows.size())) {
            for (var phrase : row.get(8).split(";", -1)) {
                var beneath = phrase.startsWith("~") ? row.get(6) + " " : "";
                assertThat(seen.add(beneath + phrase + " " + row.get(3)))
                        .as(phrase)
                        .isTrue();
            }
        }
    }
}

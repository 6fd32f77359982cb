package bienban.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures are checked as sets. What each check means is said by {@code observation_flags_now}, figure by figure: the two agree whatever is changed. */
@QuarkusTest
class FlagsOfManyTest {
    private static final int FIGURES = 150;
    private static final String[] PERIODS = {
        "2005", "2016", "2017", "2018", "2019", "2020", "2020-01/2020-12", "2020-01", "2019-06", "2020-03-05"
    };
    private static final String[] UNITS = {"tonne", "tonne", "tonne", "kg", "quintal", "ha", null};
    private static final String[] KINDS = {"actual", "actual", "actual", "plan", "target"};
    private static final String[] COMPARATORS = {"exact", "exact", "exact", "over", "at_most"};

    @Inject
    Given given;

    @Inject
    Stored stored;

    private final List<String> places = new ArrayList<>();
    private final List<String> indicators = new ArrayList<>();
    private final List<UUID> figures = new ArrayList<>();
    private Random random;

    @BeforeEach
    void makePlaces() {
        places.addAll(List.of(given.place(), given.place()));
        indicators.addAll(List.of(given.indicator("tonne", "sum", null), given.indicator("tonne", "sum", null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 333})
    void agreeWithTheFlagsOfEachWhateverIsChanged(int seed) {
        random = new Random(seed);
        var rows = new ArrayList<String>();
        for (int i = 0; i < FIGURES; i++) {
            rows.add(row());
        }
        given.sql("insert into observation (id, indicator_code, label, place_code, value, unit, unit_multiplier,"
                + " comparator, estimated, kind, period, plan_share, whole, share, stated_flags, source_title,"
                + " status) values " + String.join(", ", rows));
        agree("entered");
        for (var change : List.of(
                "parent_id = (select p.id from observation p where p.id < observation.id and p.place_code ="
                        + " observation.place_code order by p.id limit 1)",
                "value = value * 10",
                "unit = 'kg'",
                "status = 'draft'",
                "plan_share = 50",
                "source_title = 'Nguồn khác'",
                "place_code = '" + places.get(0) + "', indicator_code = '" + indicators.get(1) + "'",
                "period = '2020'")) {
            given.sql("update observation set " + change + " where id = any(" + some() + ")");
            agree(change);
        }
        given.sql("delete from observation where id = any(" + some() + ")");
        agree("deleted");
        assertThat(stored.number(count("flags <> '{}'")))
                .as("some are flagged at all")
                .isPositive();
    }

    private void agree(String change) {
        assertThat(stored.number(count("flags is distinct from observation_flags_now(observation)")))
                .as("figures whose flags are not what they should be: %s", change)
                .isZero();
        assertThat(stored.stale("select id from observation where place_code in (" + quoted(places) + ")"))
                .as(change)
                .isEmpty();
    }

    private String count(String condition) {
        return "select count(*) from observation where place_code in (" + quoted(places) + ") and " + condition;
    }

    private String row() {
        var id = UUID.randomUUID();
        figures.add(id);
        var value = random.nextInt(20) == 0
                ? null
                : String.valueOf(Math.round(Math.pow(10, random.nextInt(3)) * (10 + random.nextInt(4))) / 10.0);
        var texts = new String[] {
            id.toString(),
            one(indicators),
            "Số liệu",
            one(places),
            value,
            one(UNITS),
            String.valueOf(random.nextInt(2)),
            one(COMPARATORS),
            String.valueOf(random.nextInt(5) == 0),
            one(KINDS),
            one(PERIODS),
            random.nextBoolean() ? null : String.valueOf(random.nextInt(150)),
            random.nextInt(4) == 0 ? "50" : null,
            random.nextInt(4) == 0 ? "20" : null,
            value == null ? "{malformed_number}" : "{}",
            "Nguồn " + random.nextInt(4),
            random.nextInt(5) == 0 ? "draft" : "published"
        };
        var literals = new ArrayList<String>();
        for (var text : texts) {
            literals.add(text == null ? "null" : "'" + text + "'");
        }
        return "(" + String.join(", ", literals) + ")";
    }

    private String some() {
        var ids = figures.stream()
                .filter(f -> random.nextInt(8) == 0)
                .map(UUID::toString)
                .toList();
        return "cast('{" + String.join(",", ids) + "}' as uuid[])";
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String quoted(List<String> texts) {
        return "'" + String.join("', '", texts) + "'";
    }
}

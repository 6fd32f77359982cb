package bienban.indicator;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.Stored;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A series is gone through once to find its outliers. What one is stands here, each figure against each other; {@code -Dbienban.seed=…} repeats a run. */
@QuarkusTest
class OutliersTest {
    private static final long SEED = Long.getLong("bienban.seed", System.nanoTime());
    private static final int FIGURES = 120;
    private static final int CHANGES = 6;
    private static final long TEN_YEARS = 3653;
    private static final Map<String, BigDecimal> UNITS =
            Map.of("tonne", BigDecimal.ONE, "quintal", new BigDecimal("0.1"), "kg", new BigDecimal("0.001"));

    @Inject
    Given given;

    @Inject
    Stored stored;

    private Random random;
    private String place;
    private String indicator;
    private final List<Figure> figures = new ArrayList<>();

    private record Figure(
            UUID id,
            String period,
            LocalDate from,
            LocalDate to,
            String unit,
            BigDecimal value,
            boolean published,
            String kind) {

        BigDecimal amount() {
            return value.multiply(UNITS.get(unit));
        }

        boolean isComparedWith(Figure other) {
            return other.published
                    && other.kind.equals(kind)
                    && !other.to.equals(to)
                    && Math.abs(DAYS.between(other.to, to)) <= TEN_YEARS
                    && Math.abs(DAYS.between(other.from, other.to) - DAYS.between(from, to)) <= 3;
        }
    }

    @BeforeAll
    static void tellTheSeed() {
        System.out.printf("OutliersTest: -Dbienban.seed=%d%n", SEED);
    }

    @RepeatedTest(9)
    void areTheFiguresTenTimesOffTheMiddleOfTheOthers(RepetitionInfo run) {
        random = new Random(SEED + run.getCurrentRepetition());
        place = given.place();
        indicator = given.indicator("tonne", "sum", null);
        var periods = periods(run.getCurrentRepetition());
        enter(IntStream.range(0, FIGURES).mapToObj(i -> figure(periods.get())).toList());
        agree("entered at once");
        for (int i = 0; i < CHANGES; i++) {
            enter(List.of(figure(periods.get())));
            agree("one more");
            var gone = figures.remove(random.nextInt(figures.size()));
            given.sql("delete from observation where id = '" + gone.id + "'");
            agree("one less");
        }
    }

    private void agree(String after) {
        var expected = figures.stream()
                .filter(this::isOutlier)
                .map(f -> f.id.toString())
                .collect(toCollection(TreeSet::new));
        assertThat(stored.texts("select cast(id as text) from observation where place_code = '" + place
                        + "' and 'outlier' = any(flags) order by 1"))
                .as("%s, of %s", after, figures)
                .containsExactlyElementsOf(expected);
    }

    private boolean isOutlier(Figure figure) {
        var others = figures.stream().filter(figure::isComparedWith).toList();
        if (figure.value.signum() <= 0
                || others.stream().map(Figure::to).distinct().count() < 4) {
            return false;
        }
        var sorted = others.stream().map(Figure::amount).sorted().toList();
        var middle = sorted.get((sorted.size() - 1) / 2);
        return middle.signum() > 0
                && (figure.amount().compareTo(middle.multiply(BigDecimal.TEN)) > 0
                        || figure.amount().multiply(BigDecimal.TEN).compareTo(middle) < 0);
    }

    /** Many figures of so few years that some have too few others, days about the edges of ten years, or whatever there is. */
    private Supplier<String> periods(int run) {
        return switch (run % 3) {
            case 0 -> () -> String.valueOf(2000 + random.nextInt(3 + run / 3));
            case 1 -> this::day;
            default ->
                () -> switch (random.nextInt(5)) {
                    case 0 -> day();
                    case 1 -> String.valueOf(2000 + random.nextInt(16));
                    case 2 ->
                        YearMonth.of(2010, 1).plusMonths(random.nextInt(40)).toString();
                    default -> interval();
                };
        };
    }

    private String day() {
        var day = LocalDate.of(2009, 12, 31).plusDays(random.nextInt(3));
        return day.plusDays(random.nextInt(4) * (TEN_YEARS / 3 + 1)).toString();
    }

    /** About a year. */
    private String interval() {
        var from = LocalDate.of(2000 + random.nextInt(12), 1, 1 + random.nextInt(3));
        return from + "/" + from.plusDays(360 + random.nextInt(8));
    }

    private Figure figure(String period) {
        var read = period.split("/");
        var value = BigDecimal.ONE.scaleByPowerOfTen(random.nextInt(5) - 1);
        return new Figure(
                UUID.randomUUID(),
                period,
                first(read[0]),
                last(read[read.length - 1]),
                one("tonne", "tonne", "tonne", "quintal", "kg"),
                switch (random.nextInt(12)) {
                    case 0 -> BigDecimal.ZERO;
                    case 1 -> value.negate();
                    case 2, 3, 4 -> value;
                    default -> value.multiply(BigDecimal.valueOf(10 + random.nextInt(90), 1));
                },
                random.nextInt(8) != 0,
                one("actual", "actual", "actual", "actual", "target"));
    }

    private static LocalDate first(String date) {
        return LocalDate.parse(date + "-01-01".substring(0, 10 - date.length()));
    }

    private static LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.parse(date + "-12-31");
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    private void enter(List<Figure> more) {
        figures.addAll(more);
        var rows = more.stream()
                .map(f -> "('%s', '%s', 'Số liệu', '%s', %s, '%s', '%s', '%s', '%s')"
                        .formatted(
                                f.id,
                                indicator,
                                place,
                                f.value.toPlainString(),
                                f.unit,
                                f.period,
                                f.kind,
                                f.published ? "published" : "draft"))
                .collect(joining(", "));
        given.sql("insert into observation (id, indicator_code, label, place_code, value, unit, period, kind, status)"
                + " values " + rows);
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}

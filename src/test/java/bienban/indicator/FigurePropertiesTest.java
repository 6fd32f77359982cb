package bienban.indicator;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.Given;
import bienban.shared.StrictJson;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for any figure; the seeds are fixed, so that a failure comes again. */
@QuarkusTest
class FigurePropertiesTest {
    private static final int NUMBERS = 120;
    private static final int PERIODS = 40;

    @Inject
    Given given;

    @Inject
    GivenFigures figures;

    @Test
    void keepsDecimalNumbersExactly() throws Exception {
        var random = new Random(20221122);
        var place = given.place();
        for (int i = 0; i < NUMBERS; i++) {
            var value = number(random);
            var multiplier = random.nextInt(31) - 12;
            var written = random.nextBoolean() ? value.toPlainString() : value.toString();
            // Of no indicator, so that none is checked against all others.
            var stored = given.post("/v1/observations", """
                            {"place": {"code": "%s"}, "label": "Số", "value": %s, "unitMultiplier": %d}""".formatted(place, written, multiplier))
                    .extract()
                    .asString();
            var read = StrictJson.READER.readTree(stored);
            assertThat(read.get("value").decimalValue()).as("value %s", value).isEqualByComparingTo(value);
            assertThat(read.get("normalizedValue").decimalValue())
                    .as("%s with multiplier %s", value, multiplier)
                    .isEqualByComparingTo(value.scaleByPowerOfTen(multiplier));
        }
    }

    private static BigDecimal number(Random random) {
        var fraction = random.nextInt(13);
        var digits = 1 + random.nextInt(24) + fraction;
        var unscaled = new StringBuilder(random.nextBoolean() ? "-" : "");
        for (int i = 0; i < digits; i++) {
            unscaled.append(random.nextInt(10));
        }
        return new BigDecimal(new BigInteger(unscaled.toString()), fraction);
    }

    @Test
    void refusesNumbersOfMoreDigits() {
        var place = given.place();
        var indicator = given.indicator("count", "none", null);
        for (var value : new String[] {"1e24", "1234567890123456789012345", "0.1234567890123", "1e-13", "-1e400"}) {
            given.editor()
                    .body(GivenFigures.body(place, indicator, "2022", value))
                    .post("/v1/observations")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void findsThePeriodsThatShareADay() {
        var random = new Random(29022024);
        var place = given.place();
        var indicator = given.indicator("count", "none", null);
        var days = new HashMap<Integer, Set<LocalDate>>();
        for (int i = 0; i < PERIODS; i++) {
            var period = period(random);
            days.put(i, daysOf(period));
            figures.figure(place, indicator, period, String.valueOf(i));
        }
        for (int i = 0; i < PERIODS; i++) {
            var asked = period(random);
            var askedDays = daysOf(asked);
            var expected = days.entrySet().stream()
                    .filter(e -> e.getValue().stream().anyMatch(askedDays::contains))
                    .map(Map.Entry::getKey)
                    .toList();
            var found = when().get("/v1/observations?limit=200&place={place}&period={period}", place, asked)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getList("items.value", Integer.class);
            assertThat(found).as("periods that overlap %s", asked).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String period(Random random) {
        var day = LocalDate.of(2019, 11, 1).plusDays(random.nextInt(500));
        var text = partial(day, random);
        if (random.nextBoolean()) {
            return text;
        }
        var end = partial(day.plusDays(random.nextInt(200)), random);
        return end.compareTo(text) < 0 || end.length() < text.length() ? text : text + "/" + end;
    }

    private static String partial(LocalDate day, Random random) {
        return day.toString().substring(0, new int[] {4, 7, 7, 10, 10}[random.nextInt(5)]);
    }

    /** Every day whose ISO text lies between the two ends, compared as far as each is written. */
    private static Set<LocalDate> daysOf(String period) {
        var ends = period.split("/", -1);
        var days = new HashSet<LocalDate>();
        var candidates = new ArrayList<LocalDate>();
        LocalDate.of(2019, 1, 1).datesUntil(LocalDate.of(2023, 1, 1)).forEach(candidates::add);
        for (var day : candidates) {
            var from = day.toString().substring(0, ends[0].length());
            var to = day.toString().substring(0, ends[ends.length - 1].length());
            if (from.compareTo(ends[0]) >= 0 && to.compareTo(ends[ends.length - 1]) <= 0) {
                days.add(day);
            }
        }
        return days;
    }
}

package bienban.extraction.figure;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.Observation;
import bienban.extraction.text.Segmenter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The labelled reports beside the checkout: what they state is found, with the right attributes. */
class SeedFiguresTest {
    private static final Path SEEDS = Path.of("../shared/seeds");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> REVIEWS = Map.of(
            "seed-0",
            "2023-01/2023-09",
            "seed-1",
            "2021-01/2021-09",
            "seed-2",
            "2020-01/2020-09",
            "seed-4",
            "2022-01/2022-06");

    /** What stands below the article; cutting it off is not the reader's business. */
    private static final Pattern FURNITURE =
            Pattern.compile("\n(Tin mới nhất|Các tin khác|Đánh giá:|CÁC BÀI VIẾT KHÁC)");

    private int right;
    private int missed;
    private int wrong;
    private final List<String> mistakes = new ArrayList<>();

    @Test
    void findsTheFiguresOfTheLabelledReports() throws IOException {
        assertThat(SEEDS).as("the labelled reports").isDirectory();
        for (int i = 0; i < 5; i++) {
            score("seed-" + i);
        }
        double precision = (double) right / (right + wrong);
        double recall = (double) right / (right + missed);
        assertThat(right).isGreaterThan(15);
        assertThat(2 * precision * recall / (precision + recall))
                .as(mistakes.toString())
                .isGreaterThanOrEqualTo(0.98);
        assertThat(mistakes).isEmpty();
    }

    private void score(String name) throws IOException {
        var text = Normalizer.normalize(Files.readString(SEEDS.resolve(name + ".txt")), Normalizer.Form.NFC);
        var furniture = FURNITURE.matcher(text);
        var article = furniture.find() ? text.substring(0, furniture.start()) : text;
        var context = new FigureContext(null, null, REVIEWS.get(name));
        var found = new ArrayList<Observation>();
        Figures.read(Segmenter.sentences(article), context)
                .figures()
                .forEach(figure -> found.add(figure.observation()));
        for (var gold : JSON.readTree(SEEDS.resolve(name + ".json").toFile()).get("indicators")) {
            var match = found.stream()
                    .filter(seen -> likeness(gold, seen) > 0)
                    .max((a, b) -> Double.compare(likeness(gold, a), likeness(gold, b)));
            boolean optional = gold.path("optional").asBoolean();
            right += match.isPresent() && !optional ? 1 : 0;
            missed += match.isEmpty() && !optional ? 1 : 0;
            match.ifPresent(seen -> {
                found.remove(seen);
                compare(gold, seen);
            });
            if (match.isEmpty() && !optional) {
                mistakes.add("missed " + gold.get("raw"));
            }
        }
        wrong += found.size();
        found.forEach(seen -> mistakes.add("wrong " + seen.raw()));
    }

    private static double likeness(JsonNode gold, Observation seen) {
        boolean value = isSame(gold.get("value_base"), seen.normalizedValue())
                || isSame(gold.get("value"), seen.normalizedValue());
        if (!value || !gold.get("base_unit").asText().equals(seen.unit())) {
            return 0;
        }
        var mine = words(gold.get("name").asText() + " " + gold.get("raw").asText());
        var theirs = words(seen.label() + " " + seen.raw());
        double all = theirs.size();
        theirs.retainAll(mine);
        return theirs.isEmpty() ? 0 : 1 + theirs.size() / all;
    }

    private void compare(JsonNode gold, Observation seen) {
        check(isSame(gold.get("plan_pct"), seen.planShare()), "plan share", seen);
        check(isSame(gold.get("yoy_pct"), seen.yearOnYear()), "year on year", seen);
        check(isSame(gold.get("yoy_abs"), seen.yearOnYearAbsolute()), "absolute change", seen);
        check(isSame(gold.get("denominator"), seen.whole()), "whole", seen);
        check(isSame(gold.get("share_pct"), seen.share()), "share", seen);
        check(gold.path("comparator").asText("exact").equals(seen.comparator().name()), "comparator", seen);
        check(gold.path("estimated").asBoolean() == seen.estimated(), "estimate", seen);
        check(gold.has("malformed") == seen.flags().contains("malformed_number"), "misprint", seen);
        if (gold.hasNonNull("period")) {
            check(interval(gold.get("period").asText()).equals(seen.period()), "period", seen);
        }
    }

    private void check(boolean ok, String what, Observation seen) {
        if (!ok) {
            mistakes.add(what + " of " + seen.raw());
        }
    }

    private static String interval(String period) {
        var year = period.substring(0, 4);
        return switch (period.substring(5)) {
            case "H1" -> year + "-01/" + year + "-06";
            case "9M" -> year + "-01/" + year + "-09";
            default -> throw new IllegalArgumentException(period);
        };
    }

    private static boolean isSame(JsonNode gold, BigDecimal seen) {
        boolean absent = gold == null || gold.isNull();
        if (absent || seen == null) {
            return absent && seen == null;
        }
        return gold.decimalValue().compareTo(seen) == 0;
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
    }
}

package bienban.extraction.figure;

import bienban.extraction.Observation;
import bienban.extraction.Observation.Comparator;
import bienban.extraction.Observation.Kind;
import bienban.extraction.text.Segmenter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A passage and the figures it states, as in the *.figures files: "@ review-period", "T text", then one "F" line for each
 * figure in order: {@code F value unit key=value …}. What an F line leaves out must be absent, but for period, code, label.
 */
record FigureCase(String file, int line, String review, String text, List<Map<String, String>> figures) {
    private static final List<String> ONLY_WHEN_STATED =
            List.of("period", "code", "label", "unitLabel", "place", "mult");

    static List<FigureCase> load(String file) {
        var cases = new ArrayList<FigureCase>();
        String review = null;
        int number = 0;
        for (var line : lines(file)) {
            number++;
            if (line.startsWith("@")) {
                review = line.length() < 3 ? null : line.substring(2).strip();
            } else if (line.startsWith("T ")) {
                cases.add(new FigureCase(file, number, review, line.substring(2).strip(), new ArrayList<>()));
            } else if (line.startsWith("F ")) {
                cases.get(cases.size() - 1)
                        .figures()
                        .add(expectation(line.substring(2).strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalStateException(file + ":" + number + " " + line);
            }
        }
        return cases;
    }

    private static List<String> lines(String file) {
        var stream = FigureCase.class.getResourceAsStream("/bienban/extraction/" + file);
        if (stream == null) {
            throw new IllegalStateException("There is no " + file);
        }
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> expectation(String line) {
        var expected = new TreeMap<String, String>();
        var words = line.split(" +", -1);
        expected.put("value", number(words[0]));
        expected.put("unit", words[1]);
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            var key = equals < 0 ? words[i] : words[i].substring(0, equals);
            var value = equals < 0 ? "true" : words[i].substring(equals + 1).replace('_', ' ');
            boolean isNumber = !value.isEmpty() && (Character.isDigit(value.charAt(0)) || value.startsWith("-"));
            boolean isText = List.of("period", "code", "label", "parent").contains(key);
            expected.put(
                    key, isNumber && !isText ? number(value) : key.equals("code") ? value.replace(' ', '_') : value);
        }
        return expected;
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    /** The figures read, in the same words. */
    List<Map<String, String>> read() {
        var context = new FigureContext(null, null, review);
        var read = new ArrayList<Map<String, String>>();
        for (var figure : Figures.read(Segmenter.sentences(text.replace(" | ", "\n")), context)
                .figures()) {
            read.add(told(figure));
        }
        for (int i = 0; i < Math.min(read.size(), figures.size()); i++) {
            var expected = figures.get(i);
            var told = read.get(i);
            if (expected.containsKey("label") && told.get("label").contains(expected.get("label"))) {
                told.put("label", expected.get("label"));
            }
            ONLY_WHEN_STATED.stream().filter(key -> !expected.containsKey(key)).forEach(told::remove);
        }
        return read;
    }

    private static Map<String, String> told(Figure figure) {
        Observation seen = figure.observation();
        var told = new TreeMap<String, String>();
        put(told, "value", seen.normalizedValue());
        told.put("unit", seen.unit());
        put(told, "mult", BigDecimal.valueOf(seen.unitMultiplier()));
        put(told, "plan", seen.planShare());
        put(told, "yoy", seen.yearOnYear());
        put(told, "abs", seen.yearOnYearAbsolute());
        put(told, "factor", seen.yearOnYearFactor());
        put(told, "whole", seen.whole());
        put(told, "share", seen.share());
        put(told, "range", seen.rangeTo());
        if (seen.comparator() != Comparator.exact) {
            told.put(seen.comparator().name(), "true");
        }
        if (seen.estimated()) {
            told.put("est", "true");
        }
        if (seen.kind() == Kind.target) {
            told.put("target", "true");
        }
        if (figure.parent() != null) {
            told.put("parent", figure.parent().toString());
        }
        seen.flags().forEach(flag -> told.put(flag, "true"));
        putText(told, "period", seen.period());
        putText(told, "code", seen.indicator());
        putText(told, "label", seen.label());
        putText(told, "unitLabel", seen.unitLabel());
        putText(told, "place", seen.place());
        return told;
    }

    private static void put(Map<String, String> told, String key, BigDecimal value) {
        if (value != null) {
            told.put(key, value.stripTrailingZeros().toPlainString());
        }
    }

    private static void putText(Map<String, String> told, String key, String value) {
        if (value != null) {
            told.put(key, value);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}

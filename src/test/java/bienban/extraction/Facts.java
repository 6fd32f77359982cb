package bienban.extraction;

import bienban.extraction.text.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report of the corpus is expected to give; compares a draft with it and names every difference. */
final class Facts {
    static final Path REPORTS = Path.of("src/test/resources/bienban/extraction/reports");

    private final List<String[]> rows;
    private final List<String> faults = new ArrayList<>();
    private Extraction extraction;
    private Draft draft;
    private List<Observation> unmatched;

    private Facts(List<String[]> rows) {
        this.rows = rows;
    }

    static Facts of(String report) {
        return new Facts(lines(REPORTS.resolve(report + ".facts")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList());
    }

    static List<String> reports() {
        try (var files = Files.list(REPORTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".facts"))
                    .map(name -> name.substring(0, name.length() - ".facts".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArticleInput article(String report) {
        var html = REPORTS.resolve(report + ".html");
        return Files.exists(html)
                ? ArticleInput.ofHtml(String.join("\n", lines(html)))
                : ArticleInput.ofText(String.join("\n", lines(REPORTS.resolve(report + ".txt"))));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> differences(Extraction found) {
        extraction = found;
        draft = found.draft();
        unmatched = new ArrayList<>(draft.observations());
        rows.forEach(this::field);
        compare("person", names(), stated("person"));
        compare("author", authors(), stated("author"));
        compare("document", documents(), stated("document"));
        directives();
        return faults;
    }

    private void field(String[] row) {
        switch (row[0]) {
            case "date" -> same(row, draft.heldOn());
            case "kind" -> same(row, draft.kind().name());
            case "place" ->
                same(row, draft.place() == null ? null : draft.place().name());
            case "review" -> same(row, draft.reviewPeriod());
            case "ordinal" -> same(row, String.valueOf(draft.ordinal()));
            case "extended" -> same(row, String.valueOf(draft.extended()));
            case "part" -> same(row, draft.dayPart());
            case "mode" -> same(row, String.valueOf(draft.mode()));
            case "title" -> same(row, draft.title());
            case "host" -> same(row, draft.host() == null ? null : draft.host().name());
            case "published" -> same(row, draft.sources().get(0).publishedAt());
            case "warning" ->
                has(row, extraction.warnings().stream().map(Warning::code).toList());
            case "counterpart" ->
                has(row, draft.counterparts().stream().map(Draft.Body::name).toList());
            case "person" -> person(row);
            case "proposal" ->
                contains(
                        row,
                        draft.proposals().stream().map(Draft.Proposal::text).toList());
            case "decision" ->
                contains(
                        row,
                        draft.decisions().stream().map(Draft.Decision::text).toList());
            case "figure" -> figure(row);
            case "figures" -> same(row, String.valueOf(draft.observations().size()));
            case "nothing" -> nothing();
            default -> {}
        }
    }

    private void same(String[] row, String found) {
        if (!Keys.ofPhrase(row[1]).equals(found == null ? "" : Keys.ofPhrase(found))) {
            faults.add("%s: expected %s, found %s".formatted(row[0], row[1], found));
        }
    }

    private void has(String[] row, List<String> found) {
        if (found.stream().noneMatch(each -> Keys.ofPhrase(each).equals(Keys.ofPhrase(row[1])))) {
            faults.add("%s: expected %s among %s".formatted(row[0], row[1], found));
        }
    }

    private void contains(String[] row, List<String> found) {
        if (found.stream().noneMatch(each -> Keys.ofPhrase(each).contains(Keys.ofPhrase(row[1])))) {
            faults.add("%s: expected %s among %s".formatted(row[0], row[1], found));
        }
    }

    private void person(String[] row) {
        for (var participation : draft.participations()) {
            boolean same = participation.speaker() != null
                    && Keys.ofPhrase(participation.speaker().name()).equals(Keys.ofPhrase(row[1]));
            if (same) {
                var roles = participation.roles().stream().map(Enum::name).collect(Collectors.toSet());
                if (!roles.containsAll(Set.of(row[2].split(",")))) {
                    faults.add("roles of %s: expected %s, found %s".formatted(row[1], row[2], roles));
                }
                if (!keys(List.of(row[3].split("; "))).equals(keys(participation.posts()))) {
                    faults.add("posts of %s: expected %s, found %s".formatted(row[1], row[3], participation.posts()));
                }
            }
        }
    }

    private static Set<String> keys(List<String> phrases) {
        return phrases.stream()
                .map(Keys::ofPhrase)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Value, plan share, change, period and comparator; what a row leaves out or marks "-" from the period on is not asked. */
    private void figure(String[] row) {
        var value = new BigDecimal(row[1]);
        for (var observation : List.copyOf(unmatched)) {
            var found = observation.normalizedValue();
            if (found != null && found.compareTo(value) == 0) {
                unmatched.remove(observation);
                percent(row, 2, observation.planShare());
                percent(row, 3, observation.yearOnYear());
                stated(row, 4, observation.period());
                stated(row, 5, String.valueOf(observation.comparator()));
                return;
            }
        }
        faults.add("figure: nothing has the value " + row[1]);
    }

    private void stated(String[] row, int column, String found) {
        if (row.length > column && !row[column].equals("-") && !row[column].equals(found)) {
            faults.add("figure %s: expected %s, found %s".formatted(row[1], row[column], found));
        }
    }

    private void percent(String[] row, int column, BigDecimal found) {
        if (row.length > column) {
            var expected = row[column].equals("-") ? null : new BigDecimal(row[column]);
            boolean same = expected == null ? found == null : found != null && expected.compareTo(found) == 0;
            if (!same) {
                faults.add("figure %s: expected %s, found %s".formatted(row[1], expected, found));
            }
        }
    }

    private void nothing() {
        boolean empty = draft.observations().isEmpty()
                && draft.directives().isEmpty()
                && draft.participations().isEmpty()
                && draft.heldOn() == null;
        if (!empty) {
            faults.add("something was made up: " + draft);
        }
    }

    private void compare(String what, Set<String> found, Set<String> expected) {
        expected.stream().filter(each -> !found.contains(each)).forEach(each -> faults.add(what + " missed: " + each));
        found.stream().filter(each -> !expected.contains(each)).forEach(each -> faults.add(what + " wrong: " + each));
    }

    private Set<String> stated(String what) {
        return rows.stream()
                .filter(row -> row[0].equals(what))
                .map(row -> Keys.ofPhrase(row[1]))
                .collect(Collectors.toSet());
    }

    private Set<String> names() {
        return draft.participations().stream()
                .filter(participation -> participation.speaker() != null)
                .map(participation -> Keys.ofPhrase(participation.speaker().name()))
                .collect(Collectors.toSet());
    }

    private Set<String> authors() {
        return draft.sources().stream()
                .flatMap(source -> source.authors().stream())
                .map(Keys::ofPhrase)
                .collect(Collectors.toSet());
    }

    private Set<String> documents() {
        return draft.documents().stream()
                .map(document -> Keys.ofPhrase(document.number() == null ? document.label() : document.number()))
                .collect(Collectors.toSet());
    }

    private void directives() {
        var open = new ArrayList<>(draft.directives().stream()
                .map(directive -> Keys.ofPhrase(directive.text()))
                .toList());
        for (var row : rows) {
            if (row[0].equals("directive")) {
                var start = Keys.ofPhrase(row[1]);
                var match = open.stream().filter(text -> text.contains(start)).findFirst();
                match.ifPresentOrElse(open::remove, () -> faults.add("directive missed: " + row[1]));
            }
        }
        open.forEach(text -> faults.add("directive wrong: " + text));
    }
}

package bienban.federation;

import bienban.federation.mirror.Takeover;
import bienban.record.RecordKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An instance that is followed.
 *
 * @param filter a query, empty for everything
 * @param kinds in the order in which one refers to the other
 * @param staleAfter how long the copy may be behind before it is called stale
 */
public record Upstream(
        String name,
        URI url,
        Optional<String> key,
        String filter,
        List<RecordKind> kinds,
        Duration interval,
        Duration staleAfter) {
    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?";
    private static final Set<String> FILTERS = Set.of("place", "within");
    private static final Set<RecordKind> WITHOUT_PLACE = Set.of(RecordKind.document, RecordKind.article);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final int MISSED_PULLS = 3;
    /** Code lists come along with what uses them. */
    private static final List<RecordKind> OFFERED = Takeover.order().stream()
            .filter(k -> k != RecordKind.place && k != RecordKind.indicator)
            .toList();

    /** Refuses what cannot be meant, and names the setting. */
    static Upstream of(String name, UpstreamSettings.Settings settings) {
        if (!name.matches(NAME)) {
            throw refused(name, "", "a name is lower-case letters, digits and hyphens, 40 at most");
        }
        if (settings.interval().compareTo(SHORTEST) < 0) {
            throw refused(name, ".interval", "at least 0.1S");
        }
        var kinds = kinds(name, settings.types().orElse(List.of()));
        var filter = filter(name, settings.filter().orElse(""));
        if (!filter.isEmpty() && WITHOUT_PLACE.containsAll(kinds)) {
            throw refused(
                    name,
                    ".types",
                    "with a filter, documents and articles come with what refers to them: add meetings");
        }
        var patience = settings.interval().multipliedBy(MISSED_PULLS);
        return new Upstream(
                name,
                url(name, settings.url().strip()),
                settings.key().filter(k -> !k.isBlank()),
                filter,
                kinds,
                settings.interval(),
                settings.staleAfter().filter(d -> d.compareTo(patience) > 0).orElse(patience));
    }

    private static URI url(String name, String text) {
        try {
            var url = new URI(text.replaceFirst("/+$", ""));
            var isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (isHttp
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw refused(name, ".url", e.getMessage());
        }
        throw refused(
                name, ".url", "an address such as https://bienban.example.vn is needed, without query or credentials");
    }

    private static String filter(String name, String query) {
        for (var part : query.isEmpty() ? List.<String>of() : List.of(query.split("&", -1))) {
            var pair = part.split("=", -1);
            if (pair.length != 2 || !FILTERS.contains(pair[0]) || !pair[1].matches("[0-9A-Za-z@.-]+")) {
                throw refused(name, ".filter", "only place=CODE (repeatable) and within=subtree are known: " + part);
            }
        }
        if (query.contains("within=") && !query.contains("place=")) {
            throw refused(name, ".filter", "within needs a place");
        }
        // Lists and the feed differ in what they mean without it.
        return query.isEmpty() || query.contains("within=") ? query : query + "&within=subtree";
    }

    private static List<RecordKind> kinds(String name, List<String> types) {
        var offered = OFFERED.stream().map(RecordKind::plural).collect(Collectors.toCollection(LinkedHashSet::new));
        var asked = new LinkedHashSet<>(types);
        if (!offered.containsAll(asked)) {
            throw refused(name, ".types", "known are " + String.join(",", offered));
        }
        if (asked.contains(RecordKind.directive.plural()) && !asked.contains(RecordKind.meeting.plural())) {
            throw refused(name, ".types", "directives come with their meetings: add meetings");
        }
        return OFFERED.stream()
                .filter(k -> asked.isEmpty() || asked.contains(k.plural()))
                .toList();
    }

    private static IllegalArgumentException refused(String name, String setting, String why) {
        return new IllegalArgumentException("bienban.upstreams.%s%s: %s".formatted(name, setting, why));
    }

    /** When it differs from what was followed under the name before, the copy starts anew. */
    String subject() {
        return String.join(" ", url.toString(), filter, types());
    }

    public String types() {
        return kinds.stream().map(RecordKind::plural).collect(Collectors.joining(","));
    }

    public boolean isFiltered() {
        return !filter.isEmpty();
    }

    /** The places of the filter. */
    public List<String> places() {
        return Arrays.stream(filter.split("&"))
                .filter(p -> p.startsWith("place="))
                .map(p -> p.substring("place=".length()))
                .toList();
    }

    public boolean withUnitsBelow() {
        return filter.contains("within=subtree");
    }

    /** Documents and articles are of no place: with a filter, those come that the others refer to. */
    public boolean isExported(RecordKind kind) {
        return kinds.contains(kind) && !(isFiltered() && WITHOUT_PLACE.contains(kind));
    }
}

package bienban.security.limit;

import java.util.List;
import java.util.regex.Pattern;

/** What a request costs, as a multiple of reading one record. This table is the only place that says so. */
enum Cost {
    /** One record, the description, whatever else. */
    cheap(1),
    /** One page of a list, or what hangs on a record. */
    page(5),
    /** A write, which waits for its turn. */
    write(10),
    /** What is computed over many records or from a text. */
    computed(20),
    /** The whole of something, out or in. */
    dear(100);

    /** The first that fits decides. */
    private static final List<Rule> RULES = List.of(
            rule("GET|HEAD", "/v1/exports/.+", dear),
            rule("POST", "/v1/imports", dear),
            rule("POST", "/v1/extractions", computed),
            rule("POST|PUT", "/v1/articles(/[^/]+)?", computed),
            rule("GET|HEAD", "/v1/(digest|search)", computed),
            rule(
                    "GET|HEAD",
                    "/v1/(directives/summary|extractions/quality|indicators/[^/]+/(series|comparison))",
                    computed),
            rule("GET|HEAD", "/v1/vocabularies(/[^/]+)?", cheap),
            rule("GET|HEAD", "/v1/[^/]+(/[^/]+/.+)?", page),
            rule("POST|PUT|PATCH|DELETE", "/v1/.*", write));

    private final int units;

    Cost(int units) {
        this.units = units;
    }

    int units() {
        return units;
    }

    static Cost of(String method, String path) {
        var trimmed = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        return RULES.stream()
                .filter(rule -> rule.methods().matcher(method).matches()
                        && rule.path().matcher(trimmed).matches())
                .map(Rule::cost)
                .findFirst()
                .orElse(cheap);
    }

    private static Rule rule(String methods, String path, Cost cost) {
        return new Rule(Pattern.compile(methods), Pattern.compile(path), cost);
    }

    private record Rule(Pattern methods, Pattern path, Cost cost) {}
}

package bienban.security;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The places whose unpublished records somebody sees, each with all below it. In SQL it becomes a condition on a record's
 * status and home; the home of a record is the place whose office keeps it ({@code record.home_code}), for what a meeting
 * holds the place of the meeting. A record without a home lies in no scope but {@link #EVERYTHING}.
 */
public final class Scope {
    public static final Scope NOTHING = new Scope(false, List.of());
    public static final Scope EVERYTHING = new Scope(true, List.of());

    private final boolean everything;
    private final List<String> places;

    private Scope(boolean everything, List<String> places) {
        this.everything = everything;
        this.places = places;
    }

    public static Scope of(Collection<String> places) {
        return places.isEmpty() ? NOTHING : new Scope(false, List.copyOf(places));
    }

    public boolean isNothing() {
        return !everything && places.isEmpty();
    }

    public boolean isEverything() {
        return everything;
    }

    /** The codes of the places; none when the scope is nothing or everything. */
    public List<String> places() {
        return places;
    }

    /** The condition that a column holds the code of a place in this scope; never null where the column is not. */
    public String holds(String home) {
        if (places.isEmpty()) {
            return everything ? "true" : "false";
        }
        return home + " in (select place_code from place_ancestor where ancestor_code = any(cast(:scope as text[])))";
    }

    /** The condition under which a row of {@code record} is seen. It needs {@link #parameters()}. */
    public String visible(String record) {
        return visible(record + ".status", record + ".home_code");
    }

    /** The same for any two columns with the status and the home of a record. */
    public String visible(String status, String home) {
        if (everything) {
            return "true";
        }
        var published = status + " = 'published'";
        return places.isEmpty() ? published : "(" + published + " or " + holds(home) + ")";
    }

    /** The query, with what the conditions need. */
    public <Q extends Query> Q bind(Q query) {
        parameters().forEach(query::setParameter);
        return query;
    }

    /** What the conditions are to be bound with: {@code :scope} where there are places, else nothing. */
    public Map<String, Object> parameters() {
        return places.isEmpty() ? Map.of() : Map.of("scope", places.toArray(String[]::new));
    }
}

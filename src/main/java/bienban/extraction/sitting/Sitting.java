package bienban.extraction.sitting;

import bienban.extraction.Draft.Body;
import bienban.extraction.Draft.Kind;
import bienban.extraction.Draft.Mode;
import bienban.extraction.Draft.Place;
import bienban.extraction.Draft.Term;
import bienban.extraction.Found;
import bienban.extraction.Warning;
import java.util.List;

/**
 * What was read of the sitting itself; a null part was not stated.
 *
 * @param year the year that the report speaks of, or null
 * @param situation whether there is no sitting, but an authority's own report of how things stand in its place
 */
public record Sitting(
        Found<Kind> kind,
        Found<Boolean> extended,
        Found<Integer> ordinal,
        Found<Term> term,
        Found<String> heldOn,
        Found<String> dayPart,
        Found<Mode> mode,
        List<Found<String>> links,
        Found<Body> host,
        Found<Place> place,
        List<Found<Body>> counterparts,
        Found<String> reviewPeriod,
        List<Warning> warnings,
        boolean situation,
        Integer year) {
    static final String NO_YEAR = "date_without_year";

    public boolean isMeeting() {
        return kind != null && kind.value() != Kind.other;
    }

    /** Whether the report tells the day, be it without its year. */
    public boolean isDated() {
        return heldOn != null
                || warnings.stream().anyMatch(warning -> warning.code().equals(NO_YEAR));
    }

    static Sitting none(Found<Kind> kind, Found<Place> place) {
        return new Sitting(
                kind, null, null, null, null, null, null, List.of(), null, place, List.of(), null, List.of(), false,
                null);
    }
}

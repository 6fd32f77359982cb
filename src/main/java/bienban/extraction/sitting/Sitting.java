package bienban.extraction.sitting;

import bienban.extraction.Draft.Body;
import bienban.extraction.Draft.Kind;
import bienban.extraction.Draft.Mode;
import bienban.extraction.Draft.Place;
import bienban.extraction.Draft.Term;
import bienban.extraction.Found;
import bienban.extraction.Warning;
import java.util.List;

/** What was read of the sitting itself; a null part was not stated. */
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
        List<Warning> warnings) {

    public boolean isMeeting() {
        return kind != null && kind.value() != Kind.other;
    }

    static Sitting none(Found<Kind> kind, Found<Place> place) {
        return new Sitting(
                kind, null, null, null, null, null, null, List.of(), null, place, List.of(), null, List.of());
    }
}

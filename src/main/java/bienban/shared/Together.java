package bienban.shared;

import java.util.Collection;

/** Refuses query parameters that can each be read and yet say nothing together. */
public final class Together {
    private Together() {}

    /** Two partial dates that bound a time; each may be absent. */
    public static void runForward(String fromName, String from, String toName, String to) {
        if (from != null && to != null && PartialDate.Validator.first(from).isAfter(PartialDate.Validator.last(to))) {
            throw ApiException.invalid(InputError.in(toName, "together", fromName + ", " + toName));
        }
    }

    /** A parameter that only says how another is meant. */
    public static void needs(String name, Object value, String otherName, Collection<?> other) {
        if (value != null && (other == null || other.isEmpty())) {
            throw ApiException.invalid(InputError.in(name, "together", name + ", " + otherName));
        }
    }
}

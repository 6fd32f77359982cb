package bienban.federation.mirror;

import bienban.shared.ApiException;
import bienban.shared.Faults;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/**
 * Why a record cannot be taken over: a fault of the record, which another try will find again until something else changes. What
 * is no such fault (no database, no turn) says nothing about the record.
 */
record Refused(String error, List<Fault> faults) {

    /** One fault of a document; the code is the one that the API gives. */
    record Fault(String pointer, String code) {}

    static Optional<Refused> of(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException refusal && refusal.status() < 500) {
                var faults = refusal.errors().stream()
                        .map(e -> new Fault(e.pointer(), e.code()))
                        .toList();
                return Optional.of(new Refused(refusal.code(), faults.isEmpty() ? arguments(refusal) : faults));
            }
            if (cause instanceof ConstraintViolationException invalid) {
                return Optional.of(new Refused(
                        "invalid-request",
                        invalid.getConstraintViolations().stream()
                                .map(Faults::of)
                                .map(e -> new Fault(e.pointer(), e.code()))
                                .toList()));
            }
            if (cause instanceof PSQLException database && isAboutTheRecord(database)) {
                return Optional.of(new Refused("conflicts-with-record", List.of(new Fault("", rule(database)))));
            }
        }
        return Optional.empty();
    }

    /** What a conflict is with: the kind and the id of the other, which no pointer tells. */
    private static List<Fault> arguments(ApiException refusal) {
        var said = new ArrayList<String>();
        refusal.arguments().forEach(a -> said.add(String.valueOf(a)));
        return said.isEmpty() ? List.of() : List.of(new Fault("", String.join(" ", said)));
    }

    /** A value that does not fit (22), a rule that is broken (23), or one that a trigger keeps. */
    private static boolean isAboutTheRecord(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.equals("P0001");
    }

    private static String rule(PSQLException e) {
        var message = e.getServerErrorMessage();
        return message == null || message.getConstraint() == null ? e.getSQLState() : message.getConstraint();
    }
}

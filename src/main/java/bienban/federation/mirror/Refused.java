package bienban.federation.mirror;

import bienban.shared.ApiException;
import bienban.shared.Faults;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/** Why a record cannot be taken over: a fault of the record, which another try will find again until something else changes. */
record Refused(String error, List<Fault> faults) {

    /** One fault of a document; the code is the one that the API gives. */
    record Fault(String pointer, String code) {}

    /** Empty where it says nothing about the record: no database, no turn. What is unexpected must not hold up the others either. */
    static Optional<Refused> of(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException refusal) {
                return refusal.status() < 500 ? Optional.of(of(refusal)) : Optional.empty();
            }
            if (cause instanceof ConstraintViolationException invalid) {
                return Optional.of(new Refused(
                        "invalid-request",
                        invalid.getConstraintViolations().stream()
                                .map(Faults::of)
                                .map(e -> new Fault(e.pointer(), e.code()))
                                .toList()));
            }
            if (cause instanceof SQLException database) {
                return isAboutTheRecord(database)
                        ? Optional.of(new Refused("conflicts-with-record", List.of(new Fault("", rule(database)))))
                        : Optional.empty();
            }
        }
        Log.warn("A record from an upstream is parked for an unexpected reason", thrown);
        return Optional.of(new Refused("internal-error", List.of()));
    }

    private static Refused of(ApiException refusal) {
        var faults = refusal.errors().stream()
                .map(e -> new Fault(e.pointer(), e.code()))
                .toList();
        return new Refused(refusal.code(), faults.isEmpty() ? arguments(refusal) : faults);
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

    private static String rule(SQLException e) {
        var message = e instanceof PSQLException database ? database.getServerErrorMessage() : null;
        return message == null || message.getConstraint() == null ? e.getSQLState() : message.getConstraint();
    }
}

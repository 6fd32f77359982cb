package bienban.history;

import bienban.record.Reading;
import bienban.record.RecordKind;
import bienban.record.Shape;
import bienban.shared.ApiException;
import bienban.shared.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Answers what a record was, to those who see the record. */
@ApplicationScoped
@Transactional
class Versions {
    private static final Shape SHAPE = new Shape(RecordVersion.class, Map.of());

    private final VersionRepository versions;
    private final Reading reading;

    Versions(VersionRepository versions, Reading reading) {
        this.versions = versions;
        this.reading = reading;
    }

    Response list(RecordKind kind, String key, Paging paging) {
        return reading.past(kind, key, () -> reading.page(versions.list(kind, key), paging, SHAPE, versions.actor()));
    }

    Response get(RecordKind kind, String key, int number) {
        return reading.past(kind, key, () -> {
            var version = find(kind, key, number);
            return reading.stored(version.number(), version.changedAt(), version.document());
        });
    }

    /** @param from null for the version before the other; the first is compared with nothing */
    Response difference(RecordKind kind, String key, int number, Integer from) {
        return reading.past(kind, key, () -> {
            var after = find(kind, key, number).document();
            var before = from == null
                    ? versions.before(kind, key, number)
                            .map(VersionRepository.Version::document)
                            .orElse(null)
                    : find(kind, key, from).document();
            return Response.ok(Difference.between(before, after)).build();
        });
    }

    private VersionRepository.Version find(RecordKind kind, String key, int number) {
        return versions.find(kind, key, number)
                .orElseThrow(() -> ApiException.notFound("version", kind.path(key) + "/versions/" + number));
    }
}

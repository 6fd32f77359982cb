package bienban.federation.mirror;

import bienban.record.RecordKind;
import bienban.security.audit.Deed;
import bienban.shared.ApiException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes over what comes from an upstream, batch by batch; what is refused is parked, and does not stop the others. */
@ApplicationScoped
public class Takeover {
    private static final int RETRIED_AT_ONCE = 100;
    private static final int LOOKED_FOR_AT_ONCE = 100;
    private static final int MOST_TURNS_WAITED_FOR = 6;

    private final Mirroring mirroring;
    private final MirrorRepository mirror;
    private final ParkingRepository parking;
    private final Codes codes;

    Takeover(Mirroring mirroring, MirrorRepository mirror, ParkingRepository parking, Codes codes) {
        this.mirroring = mirroring;
        this.mirror = mirror;
        this.parking = parking;
        this.codes = codes;
    }

    public UUID ownInstance() {
        return mirror.ownInstance();
    }

    /**
     * Takes over all that can be, and parks the rest.
     *
     * @param mark what is true once all of this has been taken over: written in the transaction of the last of it, or after that
     */
    public void take(Source source, List<Incoming> items, Lookup lookup, Runnable mark) throws IOException {
        var all = new ArrayList<>(codes.unknownTo(items, lookup));
        all.addAll(Sequence.of(items));
        var turns = Sequence.turns(all);
        for (int i = 0; i < turns.size(); i++) {
            takeOrPark(source, turns.get(i), i == turns.size() - 1 ? mark : () -> {});
        }
    }

    private void takeOrPark(Source source, List<Incoming> items, Runnable mark) {
        if (!isTaken(source, items, mark)) {
            items.forEach(item -> takeOrPark(source, item));
            inTurn(source, List.of(), mark);
        }
    }

    private boolean isTaken(Source source, List<Incoming> items, Runnable mark) {
        try {
            inTurn(source, items, mark);
            return true;
        } catch (RuntimeException e) {
            if (Refused.of(e).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private void takeOrPark(Source source, Incoming item) {
        try {
            inTurn(source, List.of(item), () -> {});
        } catch (RuntimeException e) {
            var refused = Refused.of(e).orElseThrow(() -> e);
            Log.debugf("%s %s from %s is parked: %s", item.kind(), item.key(), source.upstream(), refused);
            parking.park(source, item, refused);
        }
    }

    /** Local editors may hold the turn for long; the upstream can wait longer than they. */
    private void inTurn(Source source, List<Incoming> items, Runnable mark) {
        for (int turn = 1; ; turn++) {
            try {
                var written = mirroring.take(source, items, mark);
                if (written > 0) {
                    new Deed("upstream:" + source.upstream(), "followUpstream", source.upstream(), written).done();
                }
                return;
            } catch (ApiException e) {
                if (!e.code().equals("busy")
                        || turn == MOST_TURNS_WAITED_FOR
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    /** What has moved out of the places that are followed is gone from the copy; what lies nowhere is only wanted where it is referred to. */
    public List<Incoming> within(List<Incoming> items, Collection<String> places, boolean below) {
        var codes =
                items.stream().map(Incoming::place).flatMap(Optional::stream).toList();
        var outside = mirror.outside(codes, places, below);
        var known = mirror.known(items.stream().map(Incoming::id).toList());
        return items.stream()
                .filter(item -> !item.isOfNoPlace() || known.get(item.id()).upstream() != null)
                .map(item -> item.place().filter(outside::contains).isPresent() ? item.vanished() : item)
                .toList();
    }

    /** Tries again what was refused: what it waited for may have come, or the rules may have changed with a release. */
    public void retry(Source source, Lookup lookup) throws IOException {
        var due = parking.due(source.upstream(), RETRIED_AT_ONCE);
        for (var item : codes.unknownTo(due, lookup)) {
            takeOrPark(source, item);
        }
        due.forEach(item -> takeOrPark(source, item));
    }

    public void forgetParked(String upstream) {
        parking.releaseAll(upstream);
    }

    /** Looks for what others refer to and what does not come by itself, as with a filter. */
    public void complete(Source source, Lookup lookup) throws IOException {
        for (var unseen : mirror.unseen(source.upstream(), LOOKED_FOR_AT_ONCE)) {
            var document = lookup.find(unseen.kind(), unseen.id().toString());
            if (document.isPresent()) {
                take(source, List.of(Incoming.of(unseen.kind(), document.get())), lookup, () -> {});
            } else {
                mirror.withheld(unseen.id());
            }
        }
    }

    public void movedTo(String upstream, UUID before, UUID now) {
        mirror.movedTo(upstream, before, now);
    }

    /** The kinds in the order in which one refers to the other. */
    public static List<RecordKind> order() {
        return Sequence.KINDS;
    }
}

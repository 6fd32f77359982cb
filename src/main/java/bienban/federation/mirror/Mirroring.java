package bienban.federation.mirror;

import bienban.federation.mirror.Incoming.Part;
import bienban.federation.mirror.Precedence.Known;
import bienban.federation.mirror.Precedence.Verdict;
import bienban.record.RecordRepository;
import bienban.record.Turn;
import bienban.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes over a batch in one transaction, all of it or nothing, with the mark that says how far the copy goes then. */
@ApplicationScoped
class Mirroring {
    private final MirrorRepository mirror;
    private final ParkingRepository parking;
    private final Mentions mentions;
    private final Entering entering;
    private final Removing removing;
    private final RecordRepository records;
    private final Turn turn;

    Mirroring(
            MirrorRepository mirror,
            ParkingRepository parking,
            Mentions mentions,
            Entering entering,
            Removing removing,
            RecordRepository records,
            Turn turn) {
        this.mirror = mirror;
        this.parking = parking;
        this.mentions = mentions;
        this.entering = entering;
        this.removing = removing;
        this.records = records;
        this.turn = turn;
    }

    @Transactional(TxType.REQUIRES_NEW)
    public long take(Source source, List<Incoming> items, Runnable mark) {
        turn.take();
        var taken = wanted(source, items);
        mirror.own(source, taken);
        for (var item : taken) {
            mirror.ownUnseen(
                    source,
                    item.owner(source.instance()).instance(),
                    item.parts().stream().collect(Collectors.toMap(Part::id, Part::kind, (a, b) -> a)));
        }
        mentions.makeMissing(source, taken);
        removing.restore(taken.stream()
                .filter(i -> !Sequence.isRemoval(i))
                .map(Incoming::id)
                .toList());
        taken.forEach(item -> {
            if (Sequence.isRemoval(item)) {
                remove(item);
            } else {
                enter(item);
            }
            records.flush();
        });
        records.settle();
        removing.forget(taken.stream()
                .filter(i -> i.fate() == Fate.retracted)
                .map(Incoming::id)
                .toList());
        parking.release(source, items);
        mark.run();
        return taken.stream().filter(i -> i.fate() != Fate.same).count();
    }

    private void enter(Incoming item) {
        if (item.fate() != Fate.same) {
            entering.enter(item);
        }
    }

    private void remove(Incoming item) {
        if (item.fate() == Fate.retracted) {
            removing.retract(item);
        } else {
            removing.delete(item);
        }
    }

    private List<Incoming> wanted(Source source, List<Incoming> items) {
        var ids = new ArrayList<UUID>();
        items.forEach(item -> {
            ids.add(item.id());
            item.parts().forEach(p -> ids.add(p.id()));
        });
        var known = mirror.known(ids);
        return items.stream().filter(i -> isWanted(i, source, known)).toList();
    }

    private static boolean isWanted(Incoming item, Source source, Map<UUID, Known> known) {
        var knownOfIt = known.getOrDefault(item.id(), Known.NOTHING);
        var verdict = Precedence.of(item, source, knownOfIt);
        if (verdict == Verdict.ours || verdict == Verdict.anothers) {
            throw ApiException.conflict(
                    "owned-elsewhere",
                    item.kind().name(),
                    item.key(),
                    verdict == Verdict.ours ? source.own() : knownOfIt.owner());
        }
        if (verdict == Verdict.take) {
            item.parts().forEach(part -> mustNotBeAnothers(part, item, source, known.get(part.id())));
        }
        return verdict == Verdict.take && !(Sequence.isRemoval(item) && !knownOfIt.recorded());
    }

    /** A meeting cannot claim what another owns by listing it. */
    private static void mustNotBeAnothers(Part part, Incoming meeting, Source source, Known known) {
        var owner = meeting.owner(source.instance()).instance();
        if (known.recorded() && !owner.equals(known.owner())) {
            throw ApiException.conflict(
                    "owned-elsewhere",
                    part.kind().name(),
                    part.id(),
                    known.owner() == null ? source.own() : known.owner());
        }
    }
}

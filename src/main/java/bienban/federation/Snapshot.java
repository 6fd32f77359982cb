package bienban.federation;

import bienban.federation.mirror.Incoming;
import bienban.federation.mirror.Source;
import bienban.federation.mirror.StagingRepository;
import bienban.federation.mirror.StagingRepository.Line;
import bienban.federation.mirror.Takeover;
import bienban.federation.source.Remote;
import bienban.record.RecordKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Takes the whole of an upstream: first it is fetched, kind by kind, and lies apart until it is whole; then it is taken over in
 * short turns; at the end goes what it no longer holds. So readers miss nothing at any moment, and a broken download changes nothing.
 * A restart goes on with what has already arrived.
 */
@ApplicationScoped
class Snapshot {
    private static final int LINES_AT_ONCE = 200;
    private static final int CHARACTERS_AT_ONCE = 2_000_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final StagingRepository staging;
    private final ProgressRepository progress;
    private final Takeover takeover;

    Snapshot(StagingRepository staging, ProgressRepository progress, Takeover takeover) {
        this.staging = staging;
        this.progress = progress;
        this.takeover = takeover;
    }

    void take(Upstream upstream, Remote remote, Sourced source) throws IOException {
        var arrived = progress.arrived(upstream.name());
        if (arrived.isEmpty()) {
            staging.clear(upstream.name());
            takeover.forgetParked(upstream.name());
        }
        for (var kind : upstream.kinds()) {
            if (upstream.isExported(kind) && !arrived.containsKey(kind.plural())) {
                fetch(upstream, kind, remote);
            }
        }
        var from = source.of(progress.find(upstream.name()).orElseThrow().instance());
        for (var kind : upstream.kinds()) {
            takeOver(from, kind, remote);
        }
        var backwards = new ArrayList<>(upstream.kinds());
        Collections.reverse(backwards);
        for (var kind : backwards) {
            removeVanished(from, kind, remote);
        }
        // The feed is followed from where the first of the exports was taken: what comes twice changes nothing.
        progress.followsFrom(
                upstream.name(),
                progress.arrived(upstream.name()).values().iterator().next());
        staging.clear(upstream.name());
    }

    /** How a source is told from the instance that it turns out to be. */
    interface Sourced {
        Source of(UUID instance);
    }

    private void fetch(Upstream upstream, RecordKind kind, Remote remote) throws IOException {
        staging.clear(upstream.name(), kind);
        var lines = new ArrayList<Line>();
        var characters = new int[1];
        var snapshot = remote.export(kind, line -> {
            lines.add(line);
            characters[0] += line.document().length();
            if (lines.size() == LINES_AT_ONCE || characters[0] > CHARACTERS_AT_ONCE) {
                stage(upstream, lines);
                characters[0] = 0;
            }
        });
        stage(upstream, lines);
        identified(upstream, snapshot.instance());
        progress.arrived(upstream.name(), kind.plural(), snapshot.cursor());
    }

    private void stage(Upstream upstream, List<Line> lines) {
        if (!lines.isEmpty()) {
            staging.add(upstream.name(), lines);
            lines.clear();
        }
    }

    /** An upstream whose database was made anew is another instance at the same address. */
    private void identified(Upstream upstream, UUID now) {
        var known = progress.find(upstream.name()).orElseThrow().instance();
        if (known != null && !now.equals(known)) {
            takeover.movedTo(upstream.name(), known, now);
        }
        progress.identified(upstream.name(), now);
    }

    private void takeOver(Source source, RecordKind kind, Remote remote) throws IOException {
        for (var items = staging.waiting(source.upstream(), kind);
                !items.isEmpty();
                items = staging.waiting(source.upstream(), kind)) {
            var ids = items.stream().map(Incoming::id).toList();
            takeover.take(source, items, remote, () -> staging.taken(source.upstream(), ids));
        }
    }

    private void removeVanished(Source source, RecordKind kind, Remote remote) throws IOException {
        var after = FIRST;
        for (var items = staging.vanished(source.upstream(), kind, after);
                !items.isEmpty();
                items = staging.vanished(source.upstream(), kind, after)) {
            takeover.take(source, items, remote, () -> {});
            after = items.get(items.size() - 1).id();
        }
    }
}

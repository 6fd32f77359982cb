package bienban.federation;

import bienban.federation.mirror.Source;
import bienban.federation.mirror.Takeover;
import bienban.federation.source.Remote;
import bienban.federation.source.UpstreamFault;
import bienban.security.Caller;
import bienban.security.Identity;
import bienban.security.Role;
import bienban.security.Scope;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings the copy of an upstream up to date, and notes what came of it. */
@ApplicationScoped
class Follower {
    private final UUID process = UUID.randomUUID();
    private final ProgressRepository progress;
    private final Snapshot snapshot;
    private final Takeover takeover;
    private final Caller caller;
    private final Set<String> followed;

    Follower(ProgressRepository progress, Snapshot snapshot, Takeover takeover, Caller caller, Upstreams upstreams) {
        this.progress = progress;
        this.snapshot = snapshot;
        this.takeover = takeover;
        this.caller = caller;
        this.followed = upstreams.all().stream().map(Upstream::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Once; what cannot be had now is tried again at the next interval. */
    @ActivateRequestContext
    void pull(Upstream upstream, Remote remote) {
        if (!progress.claim(upstream.name(), process)) {
            return;
        }
        caller.become(new Identity("upstream:" + upstream.name(), Role.admin, Scope.EVERYTHING));
        try {
            bringUpToDate(upstream, remote);
        } catch (UpstreamFault e) {
            failed(upstream, e.kind() + ": " + e.getMessage());
            if (e.kind() == UpstreamFault.Kind.resync) {
                progress.resync(upstream.name());
            }
        } catch (IOException e) {
            failed(upstream, "unreachable: " + e.getMessage());
        } catch (RuntimeException e) {
            Log.warnf(e, "Following %s failed; the next try follows", upstream.name());
            failed(upstream, "internal: " + e.getClass().getSimpleName());
        } finally {
            progress.release(upstream.name());
        }
    }

    /** While this process lives, no other takes over what it has begun. */
    void prolong() {
        progress.prolong(process);
    }

    private void failed(Upstream upstream, String error) {
        Log.debugf("%s: %s", upstream.name(), error);
        progress.failed(upstream.name(), error);
    }

    private void bringUpToDate(Upstream upstream, Remote remote) throws IOException {
        var own = takeover.ownInstance();
        var before = progress.find(upstream.name()).orElseThrow();
        if (before.state() != UpstreamState.following) {
            snapshot.take(upstream, remote, instance -> source(upstream, instance, own, true));
        }
        var at = progress.find(upstream.name()).orElseThrow();
        var source = source(upstream, at.instance(), own, false);
        var cursor = at.cursor();
        while (true) {
            var asked = Instant.now();
            var page = remote.changes(cursor);
            if (!page.instance().equals(source.instance())) {
                // Another database answers at the address: what it holds is not what the cursor is of.
                progress.resync(upstream.name());
                return;
            }
            var items = upstream.isFiltered()
                    ? takeover.within(page.items(), upstream.places(), upstream.withUnitsBelow())
                    : page.items();
            if (!items.isEmpty()) {
                takeover.take(source, items, remote, () -> progress.movedTo(upstream.name(), page.next()));
            } else if (!page.next().equals(cursor)) {
                progress.movedTo(upstream.name(), page.next());
            }
            cursor = page.next();
            if (!page.hasMore()) {
                takeover.complete(source, remote);
                takeover.retry(source, remote);
                progress.current(upstream.name(), asked);
                return;
            }
        }
    }

    private Source source(Upstream upstream, UUID instance, UUID own, boolean afresh) {
        return new Source(upstream.name(), instance, own, followed, afresh);
    }
}

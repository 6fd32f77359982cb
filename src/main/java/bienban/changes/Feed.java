package bienban.changes;

import bienban.changes.ChangeRepository.Portion;
import bienban.record.FeedPosition;
import bienban.security.audit.Deed;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;

/** Goes on from where a reader stands, or says that it cannot. */
@ApplicationScoped
@Transactional
class Feed {
    /** A page looks at no more changes than this, however few of them its filter lets through. */
    private static final int FARTHEST = 10_000;
    /** When a filter lets through nearly all, looking farther than a page is long is of no use. */
    private static final int NEAR = 1_000;

    private static final String SINCE = "since";
    private static final String NOW = "now";
    private static final FeedPosition NOWHERE = new FeedPosition(0, 0, 0, 0);

    private final ChangeRepository changes;

    Feed(ChangeRepository changes) {
        this.changes = changes;
    }

    /** A database that was restored from a dump begins a new feed. */
    void started(@Observes StartupEvent event) {
        if (!changes.state(NOWHERE, 1).movedIn()) {
            Log.info("The database was restored: its feed begins anew, and whoever follows it is told so");
            changes.moveIn();
            new Deed("system:start", "beginFeedAnew", null, 0).done();
        }
    }

    /** Two statements, or one when nothing is new. */
    ChangePage page(String since, ChangeFilter filter, Portion portion) {
        var state = state(SINCE, since, filter.isNarrow() ? FARTHEST : NEAR);
        var from = reached(SINCE, since, filter, state);
        if (!from.isBefore(state.end())) {
            return new ChangePage(List.of(), from.toString(), state.watermark(), false);
        }
        var found = changes.between(from, state, filter, portion);
        var next = found.more()
                ? FeedPosition.read(found.items().get(found.items().size() - 1).id(), SINCE)
                : state.horizon();
        return new ChangePage(found.items(), next.toString(), state.watermark(), next.isBefore(state.end()));
    }

    /** Where a reader begins who sends {@code since} as {@code parameter}, if the feed can go on from there. */
    FeedPosition start(String parameter, String since, ChangeFilter filter) {
        return reached(parameter, since, filter, state(parameter, since, 1));
    }

    /** The last change that is handed out by now. */
    FeedPosition end() {
        return state(SINCE, NOW, 1).end();
    }

    private FeedState state(String parameter, String since, int farthest) {
        return since == null || since.equals(NOW)
                ? changes.state(NOWHERE, farthest)
                : changes.state(FeedPosition.read(since, parameter), farthest);
    }

    private static FeedPosition reached(String parameter, String since, ChangeFilter filter, FeedState state) {
        if (NOW.equals(since)) {
            return state.end();
        }
        var from = since == null ? FeedPosition.beginning(state.home()) : FeedPosition.read(since, parameter);
        state.mustReachBackTo(from, parameter, filter.exports());
        return from;
    }
}

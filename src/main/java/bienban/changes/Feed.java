package bienban.changes;

import bienban.changes.ChangeRepository.Portion;
import bienban.record.FeedPosition;
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

    private static final String NOW = "now";
    private static final FeedPosition NOWHERE = new FeedPosition(0, 0, 0, 0);

    private final ChangeRepository changes;

    Feed(ChangeRepository changes) {
        this.changes = changes;
    }

    /** A database that was restored from a dump begins a new feed. */
    void started(@Observes StartupEvent event) {
        if (!changes.standing(NOWHERE, 1).movedIn()) {
            Log.info("The database was restored: its feed begins anew, and whoever follows it is told so");
            changes.moveIn();
        }
    }

    /** Two statements, or one when nothing is new. */
    ChangePage page(String since, ChangeFilter filter, Portion portion) {
        var standing = standing(since);
        var from = reached(since, filter, standing);
        if (!from.isBefore(standing.end())) {
            return new ChangePage(List.of(), from.toString(), standing.watermark(), false);
        }
        var found = changes.between(from, standing, filter, portion);
        var next = found.more()
                ? FeedPosition.read(found.items().get(found.items().size() - 1).id(), "since")
                : standing.horizon();
        return new ChangePage(found.items(), next.toString(), standing.watermark(), next.isBefore(standing.end()));
    }

    /** Where a reader who comes with {@code since} begins, if the feed can go on from there. */
    FeedPosition start(String since, ChangeFilter filter) {
        return reached(since, filter, standing(since));
    }

    /** The last change that is handed out by now. */
    FeedPosition end() {
        return standing(NOW).end();
    }

    private Standing standing(String since) {
        if (since == null || since.equals(NOW)) {
            return changes.standing(NOWHERE, since == null ? FARTHEST : 1);
        }
        return changes.standing(FeedPosition.read(since, "since"), FARTHEST);
    }

    private static FeedPosition reached(String since, ChangeFilter filter, Standing standing) {
        if (NOW.equals(since)) {
            return standing.end();
        }
        var from = since == null ? FeedPosition.beginning(standing.home()) : FeedPosition.read(since, "since");
        standing.mustReachBackTo(from, filter.exports());
        return from;
    }
}

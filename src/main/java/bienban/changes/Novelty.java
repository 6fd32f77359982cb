package bienban.changes;

import bienban.changes.ChangeRepository.Portion;
import bienban.security.Scope;
import bienban.shared.ApiException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the feed has news for somebody, without what they are. */
@Singleton
public class Novelty {
    /** What can be asked for. */
    public static final Set<String> TYPES = RecordTypes.NAMES;

    private static final Portion ONE = new Portion(1, false, 0);

    private final Feed feed;

    Novelty(Feed feed) {
        this.feed = feed;
    }

    /** The position behind all that is handed out by now. */
    public String end() {
        return feed.end().toString();
    }

    /** What everybody may see, behind a position. A feed that does not go on from there is news, too. */
    public News since(String position, List<String> types, Optional<String> place) {
        var filter = new ChangeFilter(
                RecordTypes.read("types", types), place.stream().toList(), null, Scope.NOTHING);
        try {
            var page = feed.page(position, filter, ONE);
            while (page.items().isEmpty() && page.hasMore()) {
                page = feed.page(page.next(), filter, ONE);
            }
            return page.items().isEmpty() ? new News(false, page.next()) : new News(true, end());
        } catch (ApiException e) {
            return new News(true, end());
        }
    }

    /** Whether there is anything, and up to where that is known. */
    public record News(boolean any, String position) {}
}

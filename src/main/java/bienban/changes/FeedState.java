package bienban.changes;

import bienban.record.FeedPosition;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import java.util.List;
import java.util.Optional;

/**
 * How the feed stands at one moment.
 *
 * @param movedIn whether the database is still where its feed was written
 * @param beginning what nothing is kept before
 * @param known the place where the reader says it stands, if the feed has it
 * @param end the last change that can be handed out
 * @param horizon the last change that one page looks at
 */
record FeedState(
        String home,
        boolean movedIn,
        String watermark,
        FeedPosition beginning,
        Optional<FeedPosition> known,
        FeedPosition end,
        FeedPosition horizon) {

    /** The feed can go on from there without a gap, or says why not. */
    void mustReachBackTo(FeedPosition position, String parameter, List<String> exports) {
        if (!position.isOf(home)) {
            throw refused(parameter, "other_database", exports);
        }
        if (position.isBefore(beginning)) {
            throw refused(parameter, "older_than_retention", exports);
        }
        if (!position.equals(beginning) && known.filter(position::equals).isEmpty()) {
            throw refused(parameter, "unknown_position", exports);
        }
    }

    private static ApiException refused(String parameter, String why, List<String> exports) {
        return ApiException.resyncNeeded(InputError.in(parameter, why), exports);
    }
}

package bienban.extraction.figure;

import bienban.extraction.figure.Lead.Mark;
import java.util.List;

/** Keeps track of the totals whose parts are told after "trong đó". */
final class Parts {
    /** How far back a total may stand. */
    private static final int REACH = 12;

    private List<Statement> wholes = List.of();
    private boolean listed;

    /** After "..., trong đó a 5 tỷ; b 7 tỷ" only the catalogue can tell whether b is still a part. */
    private boolean loose;

    /** Notes what the words before an amount say: parts begin, or a clause ends. */
    void note(Lead lead, boolean colon, List<Statement> before) {
        if (lead.has(Mark.among)) {
            wholes = List.copyOf(before.subList(Math.max(0, before.size() - REACH), before.size()));
            listed = colon;
            loose = false;
        } else if (lead.has(Mark.semicolon) && !listed) {
            loose = true;
        }
    }

    void place(Statement part) {
        var whole = wholeOf(part);
        part.parent = loose ? null : whole;
        part.likelyParent = loose ? whole : null;
    }

    private Statement wholeOf(Statement part) {
        if (part.amount.isPercent() || part.amount.normalized() == null) {
            return null;
        }
        for (int i = wholes.size() - 1; i >= 0; i--) {
            var whole = wholes.get(i);
            boolean alike = whole != part && whole.isLike(part.amount) && whole.amount.normalized() != null;
            if (alike && whole.amount.normalized().compareTo(part.amount.normalized()) >= 0) {
                return whole;
            }
        }
        return null;
    }
}

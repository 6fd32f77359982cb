package bienban.extraction.person;

import bienban.extraction.text.Sentence;
import java.util.List;
import java.util.TreeSet;

/** How far the words reach that belong to some people: to the people before and after them, and never far. */
final class ClauseBounds {
    private static final int REACH = 60;

    private final Sentence sentence;
    private final TreeSet<Integer> starts = new TreeSet<>();
    private final TreeSet<Integer> ends = new TreeSet<>();

    ClauseBounds(Sentence sentence, List<Mention> mentions) {
        this.sentence = sentence;
        for (var mention : mentions) {
            if (mention.isNamed()) {
                starts.add(mention.from());
                ends.add(mention.to());
            }
        }
    }

    /** Behind the last named person or semicolon before this token. */
    int start(int before) {
        var last = ends.floor(before);
        int start = Math.max(last == null ? 0 : last, before - REACH);
        for (int i = before - 1; i > start; i--) {
            if (sentence.get(i).is(";")) {
                return i + 1;
            }
        }
        return start;
    }

    /** Where the next named person begins, or the end of the sentence. */
    int end(int after) {
        var next = starts.ceiling(after);
        return next == null ? sentence.size() : next;
    }
}

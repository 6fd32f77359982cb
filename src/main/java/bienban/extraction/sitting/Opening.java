package bienban.extraction.sitting;

import bienban.extraction.clean.Clean;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import java.util.ArrayList;
import java.util.List;

/** The headline and the first sentences, where a report says what it is about. */
record Opening(List<Sentence> title, List<Sentence> lead) {
    private static final Phrases SITUATIONS = Phrases.of(
            "tình hình kinh tế - xã hội",
            "tình hình kinh tế xã hội",
            "tình hình phát triển kinh tế",
            "tình hình kt - xh",
            "tình hình ktxh");

    private static final int SENTENCES = 4;

    static Opening of(Clean article) {
        var prose = article.prose();
        return new Opening(article.of(Block.title), prose.subList(0, Math.min(SENTENCES, prose.size())));
    }

    /** "Tình hình kinh tế - xã hội tháng 9": no sitting, but what an authority tells of its place. */
    boolean isSituation() {
        return title.stream().anyMatch(sentence -> SITUATIONS.occursIn(sentence.tokens()));
    }

    /** Headline first, then the lead. */
    List<Sentence> all() {
        var all = new ArrayList<>(title);
        all.addAll(lead);
        return all;
    }

    /** The lead first: its sentences are whole. */
    List<Sentence> leadFirst() {
        var all = new ArrayList<>(lead);
        all.addAll(title);
        return all;
    }
}

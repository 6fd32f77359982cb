package bienban.extraction.instruction;

import bienban.extraction.Draft.Finding;
import bienban.extraction.Draft.FindingKind;
import bienban.extraction.Found;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/** Reads what the sitting noted of the time under review: results, limitations and their causes. */
public final class FindingReader {
    private static final Phrases CUES = Phrases.read("finding-cues.tsv");
    private static final Phrases SITTING = Phrases.of(
            "dự hội nghị",
            "tham dự",
            "chủ trì",
            "đồng chí",
            "phát biểu",
            "tại hội nghị",
            "kết luận hội nghị",
            "dự có",
            "hội nghị thông qua",
            "biểu quyết",
            "các đại biểu",
            "đại biểu",
            "hội nghị",
            "kỳ họp",
            "phiên họp",
            "buổi làm việc",
            "cuộc họp");

    private FindingReader() {}

    /** Findings among the sentences that no directive or decision has taken. */
    public static List<Found<Finding>> read(Clean article, NavigableSet<Integer> taken) {
        var findings = new ArrayList<Found<Finding>>();
        boolean limiting = false;
        int paragraph = -1;
        int first = 0;
        for (var sentence : article.prose()) {
            boolean lead = first++ < 2;
            if (sentence.paragraph() != paragraph) {
                limiting = limiting && sentence.block() == Block.item;
                paragraph = sentence.paragraph();
            }
            limiting |= turns(sentence);
            if (lead || isTaken(sentence, taken) || sentence.block() == Block.heading || tellsOfSitting(sentence)) {
                continue;
            }
            var kind = kind(sentence, limiting);
            if (kind != null) {
                var text = Spaces.single(article.text().substring(sentence.start(), sentence.end()));
                var finding = new Finding(kind, text, Topics.of(sentence.tokens()));
                findings.add(new Found<>(finding, sentence.start(), sentence.end(), 0.75, "finding." + kind));
            }
        }
        return findings;
    }

    private static boolean isTaken(Sentence sentence, NavigableSet<Integer> taken) {
        var first = taken.ceiling(sentence.start());
        return first != null && first < sentence.end();
    }

    private static boolean tellsOfSitting(Sentence sentence) {
        return SITTING.find(sentence.tokens(), 0, Math.min(30, sentence.size())) >= 0;
    }

    private static boolean turns(Sentence sentence) {
        var tokens = sentence.tokens();
        var cue = CUES.find(tokens, 0, Math.min(tokens.size(), 24));
        return cue >= 0 && CUES.at(tokens, cue).column(1).equals("turn");
    }

    private static FindingKind kind(Sentence sentence, boolean limiting) {
        var tokens = sentence.tokens();
        boolean result = false;
        boolean limitation = false;
        for (int i = 0; i < tokens.size(); i++) {
            var cue = CUES.at(tokens, i);
            if (cue == null) {
                continue;
            }
            switch (cue.column(1)) {
                case "cause" -> {
                    if (i < 12) {
                        return FindingKind.cause;
                    }
                }
                case "limitation" -> limitation = true;
                case "result" -> result = true;
                default -> limitation |= limiting;
            }
        }
        if (limiting || (limitation && !result)) {
            return limitation ? FindingKind.limitation : null;
        }
        return result ? FindingKind.result : null;
    }
}

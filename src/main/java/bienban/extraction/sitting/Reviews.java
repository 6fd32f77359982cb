package bienban.extraction.sitting;

import bienban.extraction.Found;
import bienban.extraction.calendar.StatedDate;
import bienban.extraction.clean.Clean;
import bienban.extraction.period.PeriodMention;
import bienban.extraction.period.PeriodMention.Kind;
import bienban.extraction.period.PeriodReader;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The months that the sitting looks back on. */
final class Reviews {
    private static final Phrases AHEAD = Phrases.of(
            "nhiệm vụ",
            "phương hướng",
            "triển khai",
            "kế hoạch",
            "dự toán",
            "thời gian tới",
            "giải pháp",
            "chương trình công tác",
            "định hướng");
    private static final Phrases BACK = Phrases.of(
            "kết quả",
            "đánh giá",
            "sơ kết",
            "tổng kết",
            "tình hình",
            "trong",
            "báo cáo",
            "công tác",
            "kiểm điểm",
            "giao ban",
            "thực hiện",
            "hoạt động",
            "nhìn lại",
            "qua");
    private static final Phrases REPORTED =
            Phrases.of("kết quả", "đánh giá", "sơ kết", "tổng kết", "tình hình", "thực hiện", "hoàn thành");
    /** "phiên họp thường kỳ tháng 7": in the lead only, where the months looked back on are told, too. */
    private static final Phrases REGULAR = Phrases.of("thường kỳ", "thường lệ");

    private static final int SENTENCES = 8;
    private static final int REACH = 18;

    private Reviews() {}

    static Found<String> read(Clean article, Opening opening, StatedDate heldOn, Integer year) {
        var regular = opening.lead().stream()
                .filter(sentence -> REGULAR.occursIn(sentence.tokens()))
                .toList();
        var prose = article.prose();
        var first = prose.subList(0, Math.min(SENTENCES, prose.size()));
        return Stream.of(
                        new Search(opening.title(), Kind.months),
                        new Search(opening.title(), Kind.month),
                        new Search(opening.lead(), Kind.months),
                        new Search(regular, Kind.month),
                        new Search(first, Kind.months),
                        new Search(opening.all(), Kind.month),
                        new Search(opening.all(), Kind.year))
                .flatMap(search ->
                        search.sentences().stream().map(sentence -> in(sentence, heldOn, year, search.kind())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Where a span of one kind is looked for. */
    private record Search(List<Sentence> sentences, Kind kind) {}

    private static Found<String> in(Sentence sentence, StatedDate heldOn, Integer year, Kind kind) {
        var tokens = sentence.tokens();
        for (var mention : PeriodReader.all(tokens, year)) {
            boolean sum = mention.from() > 0 && tokens.get(mention.from() - 1).is("kế");
            if (mention.kind() != kind || sum || isAhead(mention, heldOn) || !looksBack(sentence, mention)) {
                continue;
            }
            int start = tokens.get(mention.from()).start();
            int end = tokens.get(mention.to() - 1).end();
            return new Found<>(mention.iso(), start, end, 0.85, "review." + kind);
        }
        return null;
    }

    /** The nearest word before the period tells whether it was or will be. */
    private static boolean looksBack(Sentence sentence, PeriodMention mention) {
        if (mention.from() == 0 && sentence.block() == Block.body) {
            return true;
        }
        for (int i = mention.from() - 1; i >= Math.max(0, mention.from() - REACH); i--) {
            boolean regular = REGULAR.at(sentence.tokens(), i) != null && sentence.block() != Block.title;
            if (regular || (BACK.at(sentence.tokens(), i) != null && !isAheadWord(sentence, i))) {
                return true;
            }
            if (isAheadWord(sentence, i)) {
                return reports(sentence, i);
            }
        }
        return mention.kind() == Kind.months;
    }

    private static boolean isAheadWord(Sentence sentence, int at) {
        return AHEAD.at(sentence.tokens(), at) != null;
    }

    /** "kết quả thực hiện nhiệm vụ": the task is looked back on. */
    private static boolean reports(Sentence sentence, int at) {
        int back = REPORTED.find(sentence.tokens(), Math.max(0, at - 7), at);
        return back >= 0;
    }

    /** A span that had not ended by the month of the sitting. */
    private static boolean isAhead(PeriodMention mention, StatedDate heldOn) {
        if (heldOn == null || heldOn.year() == null) {
            return mention.iso().contains("-07/") && mention.kind() == Kind.months;
        }
        var end = mention.iso().substring(mention.iso().indexOf('/') + 1);
        int endYear = Integer.parseInt(end.substring(0, 4));
        if (heldOn.month() == null) {
            return endYear > heldOn.year()
                    || (mention.iso().length() > 7
                            && end.endsWith("-12")
                            && !mention.iso().substring(5, 7).equals("01"));
        }
        if (end.length() < 7) {
            return endYear > heldOn.year() || (endYear == heldOn.year() && heldOn.month() < 10);
        }
        int months = (endYear - heldOn.year()) * 12 + Integer.parseInt(end.substring(5, 7)) - heldOn.month();
        boolean early = heldOn.day() != null && heldOn.day() < 15;
        return months > (mention.kind() != Kind.month ? 1 : early ? -1 : 0);
    }
}

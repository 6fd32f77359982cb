package bienban.extraction.sitting;

import bienban.extraction.Found;
import bienban.extraction.Warning;
import bienban.extraction.calendar.Dates;
import bienban.extraction.calendar.StatedDate;
import bienban.extraction.clean.Clean;
import bienban.extraction.period.PeriodMention;
import bienban.extraction.period.PeriodReader;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the day of the sitting, as precisely as the report tells it, and the part of that day. */
final class Days {
    private static final Map<String, String> PARTS =
            Map.of("sáng", "morning", "chiều", "afternoon", "tối", "evening", "trưa", "noon");
    private static final Set<String> LEADS =
            Set.of("ngày", "sáng", "chiều", "tối", "trưa", "nay", "hôm", "qua", "(", ",", "và", "ngay");
    private static final Phrases OTHER_DAYS = Phrases.of(
            "quyết định số",
            "nghị quyết số",
            "kế hoạch số",
            "công văn số",
            "chỉ thị số",
            "thông báo số",
            "kết luận số",
            "ban hành",
            "tính đến",
            "đến ngày",
            "trước ngày",
            "từ ngày",
            "hướng dẫn số",
            "quy định số",
            "kỷ niệm",
            "thành lập",
            "sinh ngày",
            "nghị định số",
            "thông tư số",
            "báo cáo số",
            "tờ trình số",
            "đến hết",
            "chậm nhất",
            "công điện số");
    private static final Phrases SAME_DAY = Phrases.of(
            "sáng nay",
            "chiều nay",
            "tối nay",
            "trưa nay",
            "hôm nay",
            "sáng cùng ngày",
            "chiều cùng ngày",
            "tối cùng ngày",
            "cùng ngày");
    private static final int OPENING_WORDS = 14;
    private static final int WHOLE_DAY = "2025-03-12".length();
    private static final int SENTENCES = 8;
    private static final int REACH = 9;
    /** "Chỉ thị số 35-CT/TW, ngày 30-5-2019" and longer numbers. */
    private static final int LONGEST_CITATION = 14;

    private final Clean article;
    private final LocalDate publishedAt;

    Days(Clean article, LocalDate publishedAt) {
        this.article = article;
        this.publishedAt = publishedAt;
    }

    /** The day, with the warning that an inferred year deserves. */
    record Day(Found<String> heldOn, StatedDate stated, Found<String> part, Warning warning) {}

    Day read(Opening opening) {
        var prose = article.prose();
        for (var sentence : prose.subList(0, Math.min(SENTENCES, prose.size()))) {
            var day = in(sentence);
            if (day != null) {
                return day;
            }
        }
        for (var sentence : opening.title()) {
            var day = in(sentence);
            if (day != null) {
                return day;
            }
        }
        boolean dated = publishedAt != null && article.publishedAt().length() >= WHOLE_DAY;
        var sameDay = dated ? sameDay(opening) : null;
        return sameDay == null ? yearOnly(opening) : sameDay;
    }

    /** "Sáng nay, UBND huyện họp …", "Cũng trong chiều cùng ngày, …": the day of the publication. */
    private Day sameDay(Opening opening) {
        for (var sentence : opening.lead()) {
            var tokens = sentence.tokens();
            for (int i = 0; i < Math.min(tokens.size(), OPENING_WORDS); i++) {
                var match = SAME_DAY.at(tokens, i);
                if (match != null) {
                    int start = tokens.get(i).start();
                    int end = tokens.get(i + match.length() - 1).end();
                    var name = PARTS.get(tokens.get(i).key());
                    var warning = new Warning(
                            "/heldOn", "day_inferred", "The day was taken from the publication date", start, end);
                    return new Day(
                            new Found<>(publishedAt.toString(), start, end, 0.75, "day.publication"),
                            new StatedDate(
                                    publishedAt.getYear(), publishedAt.getMonthValue(), publishedAt.getDayOfMonth()),
                            name == null ? null : new Found<>(name, start, end, 0.9, "day.part"),
                            warning);
                }
            }
        }
        return null;
    }

    private Day in(Sentence sentence) {
        var tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            var reading = tokens.get(i).isNumber() ? Dates.at(tokens, i) : null;
            if (reading == null || !announced(tokens, i) || isOfDocument(tokens, i)) {
                continue;
            }
            return day(tokens, i, reading);
        }
        return null;
    }

    /** "Ngày", "Sáng", "Chiều ngày" … stands before; a bare 5/7 may be a share. */
    private static boolean announced(List<Token> tokens, int at) {
        if (at == 0) {
            return false;
        }
        var before = tokens.get(at - 1);
        if (LEADS.contains(before.key()) && !before.is(",") && !before.is("và")) {
            return !before.is("(")
                    || (at > 1
                            && (tokens.get(at - 2).is("nay")
                                    || tokens.get(at - 2).is("qua")));
        }
        boolean range = (before.is("-") || before.is("và") || before.is(","))
                && at >= 2
                && tokens.get(at - 2).isNumber();
        boolean weekday = before.is(",") && at >= 3 && tokens.get(at - 3).is("thứ");
        return (range && at >= 3 && LEADS.contains(tokens.get(at - 3).key())) || weekday;
    }

    /** The date belongs to a document or is a limit of time. */
    static boolean isOfDocument(List<Token> tokens, int at) {
        int from = Math.max(0, at - LONGEST_CITATION);
        for (int i = from; i < at; i++) {
            var other = OTHER_DAYS.at(tokens, i);
            if (other != null && (at - i <= REACH || other.column(0).endsWith("số"))) {
                return true;
            }
        }
        return false;
    }

    private Day day(List<Token> tokens, int at, Dates.Reading reading) {
        int from = at;
        while (from > 0
                && LEADS.contains(tokens.get(from - 1).key())
                && !tokens.get(from - 1).is("và")
                && at - from < 4) {
            from--;
        }
        var stated = firstDay(tokens, at, reading.date());
        int start = tokens.get(from).start();
        int end = tokens.get(reading.next() - 1).end();
        Found<String> part = null;
        for (int i = from; i < at; i++) {
            var name = PARTS.get(tokens.get(i).key());
            part = name == null || part != null
                    ? part
                    : new Found<>(name, tokens.get(i).start(), tokens.get(i).end(), 0.95, "day.part");
        }
        if (stated.isFull()) {
            return new Day(
                    new Found<>(stated.edtf(), start, end, 0.97, "day.full"),
                    stated,
                    part,
                    contradiction(stated, start, end));
        }
        var year = yearOf(stated);
        if (year == null) {
            var warning = new Warning(
                    "/heldOn",
                    Sitting.NO_YEAR,
                    "The report states no year for " + stated.day() + "/" + stated.month(),
                    start,
                    end);
            return new Day(null, stated, part, warning);
        }
        var full = stated.inYear(year);
        if (!full.isPossible()) {
            return new Day(
                    null,
                    stated,
                    part,
                    new Warning("/heldOn", "impossible_date", "There is no such day in " + year, start, end));
        }
        var source = publishedAt == null ? "the text" : "the publication date";
        var warning =
                new Warning("/heldOn", "year_inferred", "The year " + year + " was taken from " + source, start, end);
        return new Day(new Found<>(full.edtf(), start, end, 0.85, "day.year_inferred"), full, part, warning);
    }

    /** Of "18 - 19/12" the first day. */
    private static StatedDate firstDay(List<Token> tokens, int at, StatedDate date) {
        boolean range = at >= 2
                && (tokens.get(at - 1).is("-")
                        || tokens.get(at - 1).is("và")
                        || tokens.get(at - 1).is(","))
                && tokens.get(at - 2).isNumber()
                && tokens.get(at - 2).text().length() <= 2;
        if (!range) {
            return date;
        }
        var first = new StatedDate(
                date.year(), date.month(), Integer.valueOf(tokens.get(at - 2).text()));
        return first.isPossible() && first.day() < date.day() ? first : date;
    }

    private Warning contradiction(StatedDate stated, int start, int end) {
        boolean later = publishedAt != null && stated.toLocalDate().isAfter(publishedAt.plusDays(1));
        return later
                ? new Warning(
                        "/heldOn", "date_after_publication", "The stated day is later than the publication", start, end)
                : null;
    }

    /** The year of the publication, or the one before for a day that had not come yet; else the year the opening speaks of. */
    private Integer yearOf(StatedDate stated) {
        if (publishedAt == null) {
            var repeated = repeatedWithYear(stated);
            return repeated == null ? openingYear(stated.month()) : repeated;
        }
        int year = publishedAt.getYear();
        var candidate = stated.inYear(year);
        boolean future = candidate.isPossible() && candidate.toLocalDate().isAfter(publishedAt.plusDays(1));
        return future ? year - 1 : year;
    }

    /** The same day told in full further down: "tính đến ngày 12-7-2017". */
    private Integer repeatedWithYear(StatedDate stated) {
        for (var sentence : article.prose()) {
            for (int i = 0; i < sentence.size(); i++) {
                var reading = sentence.get(i).isNumber() ? Dates.at(sentence.tokens(), i) : null;
                if (reading != null
                        && reading.date().isFull()
                        && stated.inYear(reading.date().year()).equals(reading.date())) {
                    return reading.date().year();
                }
            }
        }
        return null;
    }

    /** The year of the opening's months, else the one that other words of the report tell. */
    private Integer openingYear(int month) {
        var year = openingYear();
        return year == null ? SpokenYears.of(article, month) : year;
    }

    /** The only year that the review period of the opening states. */
    private Integer openingYear() {
        Integer year = null;
        for (var sentence : Opening.of(article).all()) {
            for (var mention : PeriodReader.all(sentence.tokens(), null)) {
                boolean months =
                        mention.kind() == PeriodMention.Kind.months || mention.kind() == PeriodMention.Kind.month;
                if (months && !SpokenYears.isCompared(sentence, mention)) {
                    int stated = Integer.parseInt(mention.iso().substring(0, 4));
                    if (year != null && year != stated) {
                        return null;
                    }
                    year = stated;
                }
            }
        }
        return year;
    }

    /** No day at all: part of a year that is reviewed or planned tells the year. */
    private Day yearOnly(Opening opening) {
        for (var sentence : opening.all()) {
            for (var mention : PeriodReader.all(sentence.tokens(), null)) {
                if (mention.kind() == PeriodMention.Kind.months
                        && openingYear() != null
                        && mention.iso().length() > 7) {
                    int start = sentence.get(mention.from()).start();
                    int end = sentence.get(mention.to() - 1).end();
                    var year = String.valueOf(openingYear());
                    var warning = new Warning(
                            "/heldOn", "day_not_stated", "Only the year of the sitting can be told", start, end);
                    return new Day(
                            new Found<>(year, start, end, 0.7, "day.year_only"),
                            new StatedDate(openingYear(), null, null),
                            null,
                            warning);
                }
            }
        }
        return new Day(null, null, null, null);
    }
}

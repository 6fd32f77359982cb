package bienban.extraction.sitting;

import bienban.extraction.clean.Clean;
import bienban.extraction.period.PeriodMention;
import bienban.extraction.period.PeriodMention.Kind;
import bienban.extraction.period.PeriodReader;
import bienban.extraction.text.Sentence;
import java.util.List;
import java.util.TreeSet;

/** The year of a day that states none, from what the report says of years and months elsewhere. */
final class SpokenYears {
    private static final int NOVEMBER = 11;
    private static final int FEBRUARY = 2;

    private SpokenYears() {}

    /** The year of a day in this month, or null when the report leaves a doubt. */
    static Integer of(Clean article, int month) {
        var turn = month >= NOVEMBER || month <= FEBRUARY ? atTheTurn(article, month) : null;
        if (turn != null) {
            return turn;
        }
        if (month <= FEBRUARY) {
            return ReportYear.ofMonth(article, month);
        }
        var months = ofMonths(article.prose());
        return months == null && month < NOVEMBER ? ReportYear.of(article, true) : months;
    }

    /** The last and the first months of a year look back on one year and ahead to the next. */
    private static Integer atTheTurn(Clean article, int month) {
        var years = new TreeSet<Integer>();
        for (var sentence : Opening.of(article).all()) {
            for (var mention : PeriodReader.all(sentence.tokens(), null)) {
                if (mention.kind() == Kind.year && !isCompared(sentence, mention)) {
                    years.add(Integer.valueOf(mention.iso()));
                }
            }
        }
        boolean one = years.size() == 1 && month >= NOVEMBER;
        boolean two = years.size() == 2 && years.last() == years.first() + 1;
        return one || two ? month >= NOVEMBER ? years.first() : years.last() : null;
    }

    /** The one year to which all months belong that are told with their year. */
    private static Integer ofMonths(List<Sentence> prose) {
        var years = new TreeSet<Integer>();
        for (var sentence : prose) {
            for (var mention : PeriodReader.all(sentence.tokens(), null)) {
                boolean months = mention.kind() == Kind.months || mention.kind() == Kind.month;
                if (months && !isCompared(sentence, mention)) {
                    years.add(Integer.valueOf(mention.iso().substring(0, 4)));
                }
            }
        }
        return years.size() == 1 ? years.first() : null;
    }

    /** "tăng 13,8% so với quý I/2018". */
    static boolean isCompared(Sentence sentence, PeriodMention mention) {
        var before = mention.from() == 0 ? null : sentence.get(mention.from() - 1);
        return before != null && (before.is("với") || before.is("so"));
    }
}

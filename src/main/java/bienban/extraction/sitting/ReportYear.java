package bienban.extraction.sitting;

import bienban.extraction.calendar.Dates;
import bienban.extraction.calendar.StatedDate;
import bienban.extraction.clean.Clean;
import bienban.extraction.period.PeriodMention;
import bienban.extraction.period.PeriodMention.Kind;
import bienban.extraction.period.PeriodReader;
import bienban.extraction.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The year that a report without a date speaks of, from what it says of days, months, seasons and the year before. */
final class ReportYear {
    private static final int YEAR = 4;

    /** Years of days and months, and the year after one that is compared with. */
    private final Set<Integer> told = new TreeSet<>();

    private final Set<Integer> compared = new TreeSet<>();
    private final Set<Integer> seasons = new TreeSet<>();
    private final Set<Integer> named = new TreeSet<>();

    private ReportYear(Clean article) {
        for (var sentence : article.prose()) {
            dates(sentence).forEach(date -> told.add(date.year()));
            PeriodReader.all(sentence.tokens(), null).forEach(mention -> mention(sentence, mention));
        }
    }

    /** The year, or null where the report tells none or leaves a doubt; {@code sure} asks for days, months or comparisons. */
    static Integer of(Clean article, boolean sure) {
        var years = new ReportYear(article);
        Integer year = years.sure();
        return year == null && !sure ? years.likely() : year;
    }

    /** The one year of the days of this month that the report states whole, or null. */
    static Integer ofMonth(Clean article, int month) {
        var years = new TreeSet<Integer>();
        for (var sentence : article.prose()) {
            for (var date : dates(sentence)) {
                if (date.month() == month) {
                    years.add(date.year());
                }
            }
        }
        return years.size() == 1 ? years.first() : null;
    }

    /** The days of the sentence with their years, but for those of documents. */
    private static List<StatedDate> dates(Sentence sentence) {
        var dates = new ArrayList<StatedDate>();
        for (int i = 0; i < sentence.size(); i++) {
            var reading = sentence.get(i).isNumber() ? Dates.at(sentence.tokens(), i) : null;
            if (reading != null && reading.date().isFull() && !Days.isOfDocument(sentence.tokens(), i)) {
                dates.add(reading.date());
            }
        }
        return dates;
    }

    private void mention(Sentence sentence, PeriodMention mention) {
        if (mention.kind() == Kind.term || mention.kind() == Kind.up_to) {
            return;
        }
        var iso = mention.iso();
        boolean months = mention.kind() == Kind.months || mention.kind() == Kind.month;
        int last = Integer.parseInt(iso.substring(iso.indexOf('/') + 1).substring(0, YEAR));
        if (isOfYearBefore(sentence, mention)) {
            compared.add(last + 1);
        } else if (SpokenYears.isCompared(sentence, mention)) {
            return;
        } else if (mention.kind() == Kind.season) {
            seasons.add(last);
        } else if (months) {
            told.add(last);
        } else {
            named.add(last);
        }
    }

    /** "so với cùng kỳ năm 2023", "cùng kỳ 2023". */
    private static boolean isOfYearBefore(Sentence sentence, PeriodMention mention) {
        int from = mention.from();
        return from > 1
                && sentence.get(from - 1).is("kỳ")
                && sentence.get(from - 2).is("cùng");
    }

    private Integer sure() {
        var all = new TreeSet<>(told);
        all.addAll(compared);
        if (all.size() == 1) {
            return all.iterator().next();
        }
        var both = new TreeSet<>(told);
        both.retainAll(compared);
        return both.size() == 1 ? both.iterator().next() : null;
    }

    private Integer likely() {
        var years = seasons.isEmpty() ? named : seasons;
        return told.isEmpty() && compared.isEmpty() && years.size() == 1
                ? years.iterator().next()
                : null;
    }
}

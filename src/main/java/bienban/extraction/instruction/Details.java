package bienban.extraction.instruction;

import bienban.extraction.calendar.Dates;
import bienban.extraction.calendar.StatedDate;
import bienban.extraction.citation.Citation;
import bienban.extraction.clean.Spaces;
import bienban.extraction.period.PeriodReader;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Token;
import java.util.List;
import java.util.TreeMap;

/** What belongs to a directive beside its words: the documents it rests on and the time it sets. */
public final class Details {
    private static final Phrases LIMITS = Phrases.read("due-cues.txt");

    private final String text;
    private final TreeMap<Integer, Citation> cited = new TreeMap<>();
    private final Integer year;

    public Details(String text, List<Citation> citations, String heldOn, String publishedAt) {
        this.text = text;
        citations.forEach(citation -> citation.spans().forEach(span -> cited.put(span.start(), citation)));
        var known = heldOn != null ? heldOn : publishedAt;
        this.year = known != null && known.length() >= 4 ? Dates.year(known.substring(0, 4)) : null;
    }

    /** The wording of a deadline and the last day, month or year that it means. */
    record Due(String text, String date) {}

    List<String> legalBasis(int start, int end) {
        return cited.subMap(start, end).values().stream()
                .map(citation -> citation.document().label())
                .distinct()
                .toList();
    }

    Due due(List<Token> clause) {
        for (int i = 0; i < clause.size(); i++) {
            var cue = LIMITS.at(clause, i);
            if (cue == null) {
                continue;
            }
            int at = i + cue.length();
            var day = Dates.at(clause, at);
            if (day != null) {
                return new Due(write(clause, i, day.next()), inYear(day.date()).edtf());
            }
            var period = new PeriodReader(clause, year).at(at);
            if (period == null && at > 0) {
                period = new PeriodReader(clause, year).at(at - 1);
            }
            if (period != null && !period.iso().startsWith("..")) {
                var last = period.iso().substring(period.iso().indexOf('/') + 1);
                return new Due(write(clause, i, period.to()), last);
            }
        }
        return remainingMonths(clause);
    }

    /** "6 tháng cuối năm": the task is for the months that are left. */
    private Due remainingMonths(List<Token> clause) {
        for (int i = 0; i + 3 < clause.size(); i++) {
            boolean left = clause.get(i).isNumber()
                    && clause.get(i + 1).is("tháng")
                    && (clause.get(i + 2).is("cuối") || clause.get(i + 2).is("còn"));
            var period = left ? new PeriodReader(clause, year).at(i) : null;
            if (period != null) {
                var last = period.iso().substring(period.iso().indexOf('/') + 1);
                return new Due(write(clause, i, period.to()), last);
            }
        }
        return null;
    }

    private StatedDate inYear(StatedDate date) {
        return date.year() == null && year != null ? date.inYear(year) : date;
    }

    private String write(List<Token> clause, int from, int to) {
        return Spaces.single(
                text.substring(clause.get(from).start(), clause.get(to - 1).end()));
    }
}

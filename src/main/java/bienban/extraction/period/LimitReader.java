package bienban.extraction.period;

import bienban.extraction.period.PeriodMention.Kind;

/** The part of the grammar for spans that are stated by their end: "đến ngày 30/6", "từ đầu năm đến hết tháng 9". */
final class LimitReader {
    private static final int LONGEST_HOUR = 4;

    private final TimeWords words;
    private final PeriodReader periods;

    LimitReader(TimeWords words, PeriodReader periods) {
        this.words = words;
        this.periods = periods;
    }

    /** "từ ngày 1/7 đến ngày 10/9", "từ đầu năm đến hết tháng 9". */
    PeriodMention since(int i) {
        int day = words.key(i + 1).equals("ngày") ? i + 2 : i + 1;
        var first = words.dayAt(day);
        int to = first == null ? day : first.to();
        var last = first == null || !words.key(to).equals("đến") ? null : words.dayAt(dayBehind(to + 1));
        return last == null
                ? sinceNewYear(i)
                : new PeriodMention(first.iso() + "/" + last.iso(), Kind.months, i, last.to());
    }

    /** Past the hour and "hết" of "đến 17h00 ngày 20/7", "đến hết ngày 20/7". */
    private int dayBehind(int at) {
        for (int i = at; i < at + LONGEST_HOUR; i++) {
            if (words.key(i).equals("ngày")) {
                return i + 1;
            }
        }
        return at;
    }

    /** "đến nay" states no end. */
    private PeriodMention sinceNewYear(int i) {
        if (!words.key(i + 1).equals("đầu") || !words.key(i + 2).equals("năm")) {
            return null;
        }
        var stated = words.yearAfter(i + 2);
        int at = stated == null ? i + 3 : stated.to();
        if (!words.key(at).equals("đến")) {
            return null;
        }
        var end = upTo(at);
        return end == null ? null : new PeriodMention(end.iso(), end.kind(), i, end.to());
    }

    PeriodMention upTo(int i) {
        int at = words.key(i).equals("tính") ? i + 1 : i;
        if (!words.key(at).equals("đến") && !words.key(at).equals("tới")) {
            return null;
        }
        at++;
        boolean whole = words.key(at).equals("hết") || words.key(at).equals("cuối");
        at += whole ? 1 : 0;
        if (words.key(at).equals("thời") && words.key(at + 1).equals("điểm")) {
            at += 2;
        }
        if (words.key(at).equals("tháng")) {
            var month = periods.month(at);
            return month == null
                    ? null
                    : new PeriodMention(month.iso().substring(0, 4) + "-01/" + month.iso(), Kind.months, i, month.to());
        }
        if (words.key(at).equals("năm")) {
            var year = periods.year(at);
            if (year == null
                    && words.key(at - 1).equals("cuối")
                    && !words.key(i - 1).equals("nay")) {
                year = periods.thisYear(at);
            }
            return year == null || year.kind() != Kind.year
                    ? null
                    : new PeriodMention(year.iso(), Kind.year, i, year.to());
        }
        if (words.key(at).equals("quý")) {
            var quarter = periods.quarter(at);
            return quarter == null
                    ? null
                    : new PeriodMention(
                            quarter.iso().substring(0, 4) + "-01"
                                    + quarter.iso().substring(7),
                            Kind.months,
                            i,
                            quarter.to());
        }
        return upToDay(i, dayBehind(at));
    }

    private PeriodMention upToDay(int from, int at) {
        var day = words.dayAt(at);
        return day == null ? null : new PeriodMention(".." + day.iso(), Kind.up_to, from, day.to());
    }
}

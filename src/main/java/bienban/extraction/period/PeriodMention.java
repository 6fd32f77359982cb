package bienban.extraction.period;

/**
 * A span of time as stated between two tokens, the last one excluded.
 *
 * @param iso ISO interval text such as "2022-01/2022-06", "2022", "2023-07" or "..2025-04-10"
 */
public record PeriodMention(String iso, Kind kind, int from, int to) {

    /** How the span is stated. */
    public enum Kind {
        /** Months or a quarter: "6 tháng đầu năm", "quý I". */
        months,
        month,
        year,
        /** A crop's year or two: "vụ mùa 2023", "vụ đông xuân 2023-2024". */
        season,
        /** Up to a day or a month: "đến ngày 30/6". */
        up_to,
        /** "nhiệm kỳ 2020-2025"; no period of a figure unless it opens the sentence. */
        term
    }
}

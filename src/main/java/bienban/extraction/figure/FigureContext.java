package bienban.extraction.figure;

import java.time.LocalDate;

/**
 * What is known of the report before its figures are read; a null part is unknown.
 *
 * @param heldOn the day of the meeting as far as stated: "2022-07-13", "2020-09" or "2020"
 * @param reviewPeriod ISO interval text: "2022-01/2022-06"
 * @param place the name of the place that the meeting is about
 * @param spokenYear the year that the report's words tell where nothing dates it
 */
public record FigureContext(
        LocalDate publishedAt, String heldOn, String reviewPeriod, String place, Integer spokenYear) {
    private static final int MONTH = "2022-06".length();

    public FigureContext(LocalDate publishedAt, String heldOn, String reviewPeriod) {
        this(publishedAt, heldOn, reviewPeriod, null, null);
    }

    /** The year that "6 tháng đầu năm" means when it states none. */
    public Integer year() {
        var stated = yearOf(reviewPeriod);
        stated = stated == null ? yearOf(heldOn) : stated;
        stated = stated == null && publishedAt != null ? Integer.valueOf(publishedAt.getYear()) : stated;
        return stated == null ? spokenYear : stated;
    }

    /** The last month that is looked back on, which "trong tháng" means. */
    Integer month() {
        boolean months = reviewPeriod != null && reviewPeriod.matches("(.*/)?\\d{4}-\\d{2}");
        return months ? Integer.valueOf(reviewPeriod.substring(reviewPeriod.length() - 2)) : null;
    }

    /** Whether the period ends with the month of the meeting or later, so that no figure can be of all of it. */
    boolean isUnfinished(String period) {
        int slash = period == null ? -1 : period.indexOf('/');
        return slash > 0
                && heldOn != null
                && heldOn.length() >= MONTH
                && period.substring(slash + 1).compareTo(heldOn.substring(0, MONTH)) >= 0;
    }

    /** Whether a sitting may look back on this span: of its own year, or of the year before in its first months. */
    boolean mayReview(String period) {
        Integer held = yearOf(heldOn);
        Integer told = yearOf(period);
        boolean first = held != null && heldOn.length() >= MONTH && heldOn.compareTo(held + "-04") < 0;
        return held != null && told != null && (told.equals(held) || (first && told == held - 1));
    }

    /** Whether this year was over, or all but over, when the sitting was held. */
    boolean isOver(String year) {
        var day = heldOn == null && publishedAt != null ? publishedAt.toString() : heldOn;
        boolean month = day != null && day.length() >= MONTH;
        return month && day.compareTo(year + "-11") >= 0 && day.compareTo((Integer.parseInt(year) + 1) + "-04") < 0;
    }

    /** Whether one span begins with the other and ends before it. */
    static boolean isPartOf(String span, String whole) {
        return span.length() == whole.length()
                && span.indexOf('/') == MONTH
                && span.startsWith(whole.substring(0, MONTH))
                && span.compareTo(whole) < 0;
    }

    private static Integer yearOf(String text) {
        if (text == null || text.length() < 4) {
            return null;
        }
        var year = text.substring(0, 4);
        return year.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.valueOf(year) : null;
    }
}

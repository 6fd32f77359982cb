package bienban.extraction.figure;

import java.time.LocalDate;

/**
 * What is known of the report before its figures are read; a null part is unknown.
 *
 * @param heldOn the day of the meeting as far as stated: "2022-07-13", "2020-09" or "2020"
 * @param reviewPeriod ISO interval text: "2022-01/2022-06"
 * @param place the name of the place that the meeting is about
 */
public record FigureContext(LocalDate publishedAt, String heldOn, String reviewPeriod, String place) {

    public FigureContext(LocalDate publishedAt, String heldOn, String reviewPeriod) {
        this(publishedAt, heldOn, reviewPeriod, null);
    }

    /** The year that "6 tháng đầu năm" means when it states none. */
    public Integer year() {
        var stated = yearOf(reviewPeriod);
        stated = stated == null ? yearOf(heldOn) : stated;
        return stated == null && publishedAt != null ? Integer.valueOf(publishedAt.getYear()) : stated;
    }

    /** The last month that is looked back on, which "trong tháng" means. */
    Integer month() {
        boolean months = reviewPeriod != null && reviewPeriod.matches("(.*/)?\\d{4}-\\d{2}");
        return months ? Integer.valueOf(reviewPeriod.substring(reviewPeriod.length() - 2)) : null;
    }

    private static Integer yearOf(String text) {
        if (text == null || text.length() < 4) {
            return null;
        }
        var year = text.substring(0, 4);
        return year.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.valueOf(year) : null;
    }
}

package bienban.extraction.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A date as precisely as it was stated; a null part was not stated. */
public record StatedDate(Integer year, Integer month, Integer day) {

    /** Whether the stated parts can be a date between 1945 and 2099. */
    public boolean isPossible() {
        boolean yearFits = year == null || (year >= 1945 && year <= 2099);
        boolean monthFits = month == null || (month >= 1 && month <= 12);
        if (!yearFits || !monthFits || day == null || month == null) {
            return yearFits && monthFits && day == null;
        }
        try {
            return LocalDate.of(year == null ? 2024 : year, month, day) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    public boolean isFull() {
        return year != null && month != null && day != null;
    }

    public StatedDate inYear(int stated) {
        return new StatedDate(stated, month, day);
    }

    public LocalDate toLocalDate() {
        return LocalDate.of(year, month, day);
    }

    /** EDTF level 0, or null when the year is not known. */
    public String edtf() {
        if (year == null) {
            return null;
        }
        if (month == null) {
            return year.toString();
        }
        return year + twoDigits(month) + (day == null ? "" : twoDigits(day));
    }

    private static String twoDigits(int part) {
        return (part < 10 ? "-0" : "-") + part;
    }
}

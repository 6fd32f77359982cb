package bienban.record;

import bienban.shared.StrictJson;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** How a sort value travels in a cursor. */
public enum SortType {
    day("cast(%s as date)", "cast(%s as text)"),
    moment("cast(%s as timestamptz)", "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"),
    text("%s collate \"vi-x-icu\"", "%s"),
    code("%s", "%s"),
    number("cast(%s as integer)", "cast(%s as text)");

    private final String binding;
    private final String reading;

    SortType(String binding, String reading) {
        this.binding = binding;
        this.reading = reading;
    }

    String bind(String parameter) {
        return binding.formatted(parameter);
    }

    String text(String expression) {
        return reading.formatted(expression);
    }

    boolean canRead(String value) {
        try {
            return switch (this) {
                case day -> isCommon(LocalDate.parse(value).getYear());
                case moment -> isCommon(OffsetDateTime.parse(value).getYear());
                case text, code -> StrictJson.isStorable(value);
                case number -> Integer.parseInt(value) > 0;
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isCommon(int year) {
        return year > 0 && year < 10_000;
    }
}

package bienban.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The text is a date with the precision that was stated: {@code 2022-07-13}, {@code 2020-09} or {@code 2020}. */
@Constraint(validatedBy = PartialDate.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PartialDate {
    String message() default "malformed_date";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether the date exists. */
    final class Validator implements ConstraintValidator<PartialDate, String> {
        private static final Pattern SHAPE = Pattern.compile("[12]\\d{3}(-\\d{2}(-\\d{2})?)?");

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || exists(text);
        }

        static boolean exists(String text) {
            if (!SHAPE.matcher(text).matches()) {
                return false;
            }
            try {
                first(text);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        static LocalDate first(String text) {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            };
        }

        static LocalDate last(String text) {
            return switch (text.length()) {
                case 4 -> LocalDate.of(Integer.parseInt(text), 12, 31);
                case 7 -> YearMonth.parse(text).atEndOfMonth();
                default -> LocalDate.parse(text);
            };
        }
    }
}

package bienban.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text is a period, ISO 8601 / EDTF level 0: a partial date, or an interval of two such as {@code 2022-01/2022-06}. */
@Constraint(validatedBy = Period.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Period {
    String message() default "malformed_period";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether both ends exist and run forward. */
    final class Validator implements ConstraintValidator<Period, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            var slash = text.indexOf('/');
            if (slash < 0) {
                return PartialDate.Validator.exists(text);
            }
            var from = text.substring(0, slash);
            var to = text.substring(slash + 1);
            return PartialDate.Validator.exists(from)
                    && PartialDate.Validator.exists(to)
                    && !PartialDate.Validator.first(from).isAfter(PartialDate.Validator.last(to));
        }
    }
}

package bienban.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.AssertTrue;

/** Turns the violations of bean validation into faults with JSON pointers. */
public final class Faults {
    private Faults() {}

    public static InputError of(ConstraintViolation<?> violation) {
        if (violation.getPropertyPath().iterator().next().getKind() == ElementKind.METHOD) {
            return ofParameter(last(violation.getPropertyPath()), violation);
        }
        var pointer = pointer(violation.getPropertyPath());
        var crossField = violation.getConstraintDescriptor().getAnnotation() instanceof AssertTrue;
        return InputError.at(
                crossField ? pointer.substring(0, pointer.lastIndexOf('/')) : pointer,
                code(violation),
                arguments(violation));
    }

    /** Of what an operation is called with, only the name of the parameter is known to its caller. */
    private static String last(Path path) {
        var name = "";
        for (var node : path) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    public static InputError ofParameter(String name, ConstraintViolation<?> violation) {
        return InputError.in(name, code(violation), arguments(violation));
    }

    static String code(ConstraintViolation<?> violation) {
        var size = violation.getInvalidValue() instanceof CharSequence text ? text.length() : 0;
        return switch (violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" ->
                violation.getInvalidValue() instanceof CharSequence && size < minimum(violation)
                        ? "too_short"
                        : violation.getInvalidValue() instanceof CharSequence ? "too_long" : "wrong_count";
            case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero" -> "out_of_range";
            case "Digits" -> "too_many_digits";
            case "Pattern" -> "malformed_value";
            case "AssertTrue", "AssertFalse" -> violation.getMessage();
            default -> violation.getMessage();
        };
    }

    private static int minimum(ConstraintViolation<?> violation) {
        return (Integer) violation.getConstraintDescriptor().getAttributes().get("min");
    }

    private static Object[] arguments(ConstraintViolation<?> violation) {
        var attributes = violation.getConstraintDescriptor().getAttributes();
        if (attributes.containsKey("min") && attributes.containsKey("max")) {
            return new Object[] {attributes.get("min"), attributes.get("max")};
        }
        if (attributes.containsKey("regexp")) {
            return new Object[] {attributes.get("regexp")};
        }
        if (attributes.containsKey("integer")) {
            return new Object[] {attributes.get("integer"), attributes.get("fraction")};
        }
        var annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        if (annotation.endsWith("Min")) {
            return new Object[] {attributes.get("value"), "∞"};
        }
        if (annotation.endsWith("Max")) {
            return new Object[] {"…", attributes.get("value")};
        }
        return new Object[] {};
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            // The element of a container has no name of its own; a cross-field rule is told at its object.
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(StrictJson.escape(node.getName()));
            }
        }
        return pointer.toString();
    }
}

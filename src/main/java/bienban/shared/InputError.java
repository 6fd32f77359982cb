package bienban.shared;

import java.util.Arrays;
import java.util.List;

/** One fault in the input: where it is (a JSON pointer, or a parameter's name), what it is, and the words' arguments. */
public record InputError(String pointer, String parameter, String code, List<Object> arguments) {

    public static InputError at(String pointer, String code, Object... arguments) {
        return new InputError(pointer, null, code, Arrays.asList(arguments));
    }

    public static InputError in(String parameter, String code, Object... arguments) {
        return new InputError(null, parameter, code, Arrays.asList(arguments));
    }
}

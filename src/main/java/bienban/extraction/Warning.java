package bienban.extraction;

/** What a reader should check: the field, a code, a sentence about it and, where there is one, the span. */
public record Warning(String pointer, String code, String detail, Integer start, Integer end) {

    public static Warning of(String pointer, String code, String detail) {
        return new Warning(pointer, code, detail, null, null);
    }
}

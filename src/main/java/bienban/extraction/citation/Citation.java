package bienban.extraction.citation;

import bienban.extraction.Draft.Document;
import bienban.extraction.clean.Span;
import java.util.ArrayList;
import java.util.List;

/** A document with every place that cites it; later mentions fill what the first left open. */
public final class Citation {
    private Document document;
    private final List<Span> spans = new ArrayList<>();
    private final String rule;

    Citation(Document document, Span span, String rule) {
        this.document = document;
        this.rule = rule;
        spans.add(span);
    }

    public Document document() {
        return document;
    }

    public List<Span> spans() {
        return spans;
    }

    public String rule() {
        return rule;
    }

    /** Whether both are the same paper: one number, or one number without the other's symbol. */
    boolean isSame(Document other) {
        // One number comes again every year.
        boolean otherDay = document.date() != null
                && other.date() != null
                && !document.date().equals(other.date());
        if (!document.type().equals(other.type()) || otherDay) {
            return false;
        }
        if (document.number() == null || other.number() == null) {
            return document.number() == null
                    && other.number() == null
                    && document.label().equalsIgnoreCase(other.label());
        }
        var mine = flat(document.number());
        var theirs = flat(other.number());
        boolean bare = mine.matches("\\d{1,5}") || theirs.matches("\\d{1,5}");
        return mine.equals(theirs) || (bare && lead(mine).equals(lead(theirs)) && !issuersDiffer(other));
    }

    private boolean issuersDiffer(Document other) {
        return document.issuer() != null
                && other.issuer() != null
                && !document.issuer().equalsIgnoreCase(other.issuer());
    }

    void merge(Document other, Span span) {
        spans.add(span);
        boolean longer = other.number() != null
                && document.number() != null
                && other.number().length() > document.number().length();
        document = new Document(
                document.type(),
                longer ? other.number() : document.number(),
                document.date() == null ? other.date() : document.date(),
                document.issuer() == null ? other.issuer() : document.issuer(),
                document.label());
    }

    private static String flat(String number) {
        return number.toLowerCase(java.util.Locale.ROOT).replace(" ", "");
    }

    private static String lead(String number) {
        int end = 0;
        while (end < number.length() && Character.isDigit(number.charAt(end))) {
            end++;
        }
        var digits = number.substring(0, end);
        return digits.startsWith("0") && digits.length() > 1 ? digits.substring(1) : digits;
    }
}

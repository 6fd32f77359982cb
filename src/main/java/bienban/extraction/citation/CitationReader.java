package bienban.extraction.citation;

import bienban.extraction.Draft.Document;
import bienban.extraction.body.Bodies;
import bienban.extraction.calendar.Dates;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.clean.Span;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds cited documents: a type, a number, and the day and the issuer that may follow. */
public final class CitationReader {
    private static final Phrases TYPES = Phrases.read("document-types.tsv");
    private static final Set<String> AFTER_BARE = Set.of(
            "của", "về", "ngày", "và", ",", ".", ";", ")", "khóa", "-", "/", "được", "do", "trên", "(", "\"", ":",
            "tại", "theo", "cho", "năm", "trong", "đã", "vào", "là", "để", "với", "từ", "\u2026", "bộ", "trung", "thủ",
            "chính", "ban");
    private static final Phrases CONGRESS = Phrases.of("đại hội đại biểu", "đại hội đảng bộ", "đại hội");

    private static final int MOST_COMPARED = 200;

    private final Clean article;
    private final List<Citation> citations = new ArrayList<>();

    private CitationReader(Clean article) {
        this.article = article;
    }

    public static List<Citation> read(Clean article) {
        var reader = new CitationReader(article);
        for (var sentence : article.sentences()) {
            if (sentence.block() != Block.furniture && sentence.block() != Block.byline) {
                reader.read(sentence);
            }
        }
        return reader.citations;
    }

    private void read(Sentence sentence) {
        var tokens = sentence.tokens();
        int at = 0;
        while (at < tokens.size()) {
            var type = TYPES.at(tokens, at);
            int next = type == null ? untyped(tokens, at) : cited(tokens, at, type);
            at = next > at ? next : at + 1;
        }
    }

    /** "… và số 20-NQ/TW về y tế": the letters tell the type. */
    private int untyped(List<Token> tokens, int at) {
        var symbol = tokens.get(at).is("số") ? Symbols.at(tokens, at + 1) : null;
        return symbol == null || !symbol.lettered() || symbol.type() == null
                ? at
                : add(tokens, at, symbol.type(), symbol, at);
    }

    /** Adds what is cited here and returns the index after it; {@code at} when nothing is. */
    private int cited(List<Token> tokens, int at, Phrases.Match type) {
        int next = at + type.length();
        if (next + 1 < tokens.size()
                && tokens.get(next).is(":")
                && tokens.get(next + 1).is("số")) {
            next++;
        }
        boolean said = next < tokens.size()
                && (tokens.get(next).is("số") || tokens.get(next).is("sô"));
        next += said ? 1 : 0;
        if (said && next < tokens.size() && tokens.get(next).is(":")) {
            next++;
        }
        var symbol = Symbols.at(tokens, next);
        if (symbol != null && counts(tokens, type, symbol, said)) {
            return numbered(tokens, at, type, symbol);
        }
        int named = law(tokens, at, type);
        return named > at ? named : congress(tokens, at, type);
    }

    private static boolean counts(List<Token> tokens, Phrases.Match type, Symbols.Symbol symbol, boolean said) {
        if (symbol.lettered()) {
            return true;
        }
        var plain = symbol.number();
        if (said) {
            return true;
        }
        if (type.column(2).equals("symbol") || Dates.year(plain) != null || plain.indexOf('/') >= 0) {
            return false;
        }
        return symbol.next() >= tokens.size()
                || AFTER_BARE.contains(tokens.get(symbol.next()).key());
    }

    private int numbered(List<Token> tokens, int at, Phrases.Match type, Symbols.Symbol first) {
        int next = add(tokens, at, typeOf(type, first), first, at);
        while (true) {
            int more = another(tokens, next);
            var symbol = more < 0 ? null : Symbols.at(tokens, more);
            boolean listed = symbol != null
                    && (symbol.lettered()
                            || (!first.lettered() && tokens.get(more - 1).is("số")));
            if (!listed) {
                return next;
            }
            next = add(tokens, more, typeOf(type, symbol), symbol, more);
        }
    }

    /** ", số 11-NQ/TU và số 12": the next number under the same word; its index or -1. */
    private static int another(List<Token> tokens, int at) {
        if (at >= tokens.size()
                || !(tokens.get(at).is(",")
                        || tokens.get(at).is("và")
                        || tokens.get(at).is(";"))) {
            return -1;
        }
        int next = at + 1;
        if (next < tokens.size() && tokens.get(next).is("số")) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).isNumber() ? next : -1;
    }

    private static String typeOf(Phrases.Match type, Symbols.Symbol symbol) {
        boolean any = type.column(1).equals("other") && symbol.type() != null;
        return any ? symbol.type() : type.column(1);
    }

    private int add(List<Token> tokens, int at, String type, Symbols.Symbol symbol, int from) {
        var rest = new Rest(article.text(), tokens, symbol.next());
        int next = rest.next();
        var label = write(tokens, from, symbol.next());
        put(
                new Document(type, symbol.number(), rest.date(), rest.issuer(), label),
                tokens,
                at,
                next,
                "document.number");
        return next;
    }

    /** "Luật Đất đai năm 2024": a law by name and year. */
    private int law(List<Token> tokens, int at, Phrases.Match type) {
        if (!type.column(1).equals("law") || !tokens.get(at).isCapitalized() || at + 2 >= tokens.size()) {
            return at;
        }
        int next = at + type.length();
        if (!tokens.get(next).isCapitalized()) {
            return at;
        }
        while (next < tokens.size()
                && next - at < 12
                && tokens.get(next).isWord()
                && !tokens.get(next).is("năm")) {
            next++;
        }
        boolean dated = next + 1 < tokens.size()
                && tokens.get(next).is("năm")
                && tokens.get(next + 1).isNumber()
                && Dates.year(tokens.get(next + 1).text()) != null;
        if (!dated) {
            return at;
        }
        var label = write(tokens, at, next + 2);
        put(new Document("law", null, tokens.get(next + 1).text(), null, label), tokens, at, next + 2, "document.law");
        return next + 2;
    }

    /** "Nghị quyết Đại hội Đảng bộ huyện lần thứ XII": a resolution that its congress identifies. */
    private int congress(List<Token> tokens, int at, Phrases.Match type) {
        int next = at + type.length();
        if (!type.column(1).equals("resolution") || CONGRESS.at(tokens, next) == null) {
            return at;
        }
        for (int i = next; i + 2 < Math.min(tokens.size(), next + 16); i++) {
            if (tokens.get(i).isPunctuation() || TYPES.at(tokens, i) != null) {
                return at;
            }
            if (tokens.get(i).is("lần") && tokens.get(i + 1).is("thứ")) {
                var issuer = write(tokens, next, i + 3);
                put(
                        new Document("resolution", null, null, issuer, write(tokens, at, i + 3)),
                        tokens,
                        at,
                        i + 3,
                        "document.congress");
                return i + 3;
            }
        }
        return at;
    }

    private void put(Document document, List<Token> tokens, int from, int to, String rule) {
        var span = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
        for (var citation : citations.subList(0, Math.min(citations.size(), MOST_COMPARED))) {
            if (citation.isSame(document)) {
                citation.merge(document, span);
                return;
            }
        }
        citations.add(new Citation(document, span, rule));
    }

    private String write(List<Token> tokens, int from, int to) {
        return Spaces.single(article.text()
                .substring(tokens.get(from).start(), tokens.get(to - 1).end()));
    }

    /** What follows a number: "ngày 18/12/2020 của BCH Đảng bộ thành phố". */
    private static final class Rest {
        private final List<Token> tokens;
        private final String text;
        private String date;
        private String issuer;
        private int next;

        Rest(String text, List<Token> tokens, int from) {
            this.text = text;
            this.tokens = tokens;
            this.next = from;
            readDate();
            readIssuer();
            if (date == null) {
                readDate();
            }
        }

        String date() {
            return date;
        }

        String issuer() {
            return issuer;
        }

        int next() {
            return next;
        }

        private void readDate() {
            int at = next;
            boolean opened = at < tokens.size()
                    && (tokens.get(at).is(",") || tokens.get(at).is("("));
            at += opened ? 1 : 0;
            if (at < tokens.size()
                    && tokens.get(at).is("ban")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).is("hành")) {
                at += 2;
            }
            if (at >= tokens.size() || !tokens.get(at).is("ngày")) {
                return;
            }
            var reading = Dates.at(tokens, at + 1);
            if (reading != null && reading.date().edtf() != null) {
                date = reading.date().edtf();
                next = reading.next();
                next += opened && next < tokens.size() && tokens.get(next).is(")") ? 1 : 0;
            }
        }

        private void readIssuer() {
            if (next >= tokens.size()) {
                return;
            }
            boolean of = tokens.get(next).is("của") || tokens.get(next).is("do");
            int from = of ? next + 1 : next;
            int to = Bodies.end(tokens, from);
            boolean direct = !of && to > from && tokens.get(from).isCapitalized();
            if (to > from && (of || direct)) {
                issuer = Spaces.single(text.substring(
                        tokens.get(from).start(), tokens.get(to - 1).end()));
                next = to;
            }
        }
    }
}

package bienban.extraction.person;

import bienban.extraction.clean.Spaces;
import bienban.extraction.clean.Span;
import bienban.extraction.person.Mention.Form;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the people named or referred to in one sentence, with the posts that stand beside their names. */
final class MentionReader {
    private static final Set<String> LIST_MARKS =
            Set.of(",", ";", "và", ":", "cùng", "với", "-", "+", "gồm", "có", "là");
    private static final Set<String> BEFORE_POST = Set.of(",", "-", "(", ":");
    private static final Set<String> BETWEEN_POSTS = Set.of(",", "-", "kiêm", "và", "/", ";");
    private static final Set<String> PLACED =
            Set.of("đường", "phố", "trường", "thpt", "thcs", "giải", "tượng", "mang", "xã", "phường");

    /** What may follow the last of somebody's posts. */
    private static final Set<String> CLOSED = Set.of(";", ".", "và", "chủ", "đồng", "phát", "dự", "đã", "nói", "trao");

    private static final Set<String> MANY = Set.of("các", "hai", "ba", "bốn", "những");
    private static final Set<String> SITTING_ENDS = Set.of(",", ":", "họp", "nghị", "việc");

    private final Names names;
    private final String text;
    private List<Token> tokens;
    private List<Mention> found;

    /** The post that everybody in the list holds, or nothing. */
    private List<String> shared;

    MentionReader(Names names, String text) {
        this.names = names;
        this.text = text;
    }

    List<Mention> read(Sentence sentence) {
        tokens = sentence.tokens();
        found = new ArrayList<>();
        shared = List.of();
        int at = 0;
        boolean many = false;
        while (at < tokens.size()) {
            var honorific = Honorifics.at(tokens, at);
            Mention mention = null;
            if (honorific != null) {
                many |= honorific.many();
                mention = afterHonorific(at, honorific);
                at += mention == null ? honorific.length() : 0;
            } else if (Posts.startsAt(tokens, at)) {
                mention = postFirst(at, at, false);
                at = mention == null ? Math.max(at + 1, Posts.end(tokens, at, names)) : at;
            } else {
                mention = bare(at, many);
                at += mention == null ? 1 : 0;
            }
            if (mention != null) {
                mention = sharing(mention);
                found.add(mention);
                at = Math.max(at + 1, mention.to());
            }
        }
        return many ? SharedPosts.handBack(found, tokens) : found;
    }

    /** "các Phó Chủ tịch UBND tỉnh: Trần A, Lê B": the post stands once, before the first of them. */
    private Mention sharing(Mention mention) {
        boolean follows =
                mention.form() == Form.listed || (mention.form() == Form.honorific && continuesList(mention.from()));
        if (follows && mention.posts().isEmpty()) {
            return mention.holding(shared);
        }
        shared = mention.form() == Form.post_before && mention.posts().size() == 1 && isOfMany(mention.from())
                ? mention.posts()
                : List.of();
        return mention;
    }

    private boolean isOfMany(int at) {
        var honorific = Honorifics.at(tokens, at);
        return honorific == null
                ? at > 0
                        && (MANY.contains(tokens.get(at - 1).key())
                                || tokens.get(at - 1).isNumber())
                : honorific.many() && Posts.startsAt(tokens, at + honorific.length());
    }

    private Mention afterHonorific(int at, Honorifics.Honorific honorific) {
        int start = at + honorific.length();
        if (start < tokens.size() && tokens.get(start).is(":")) {
            start++;
        }
        if (start >= tokens.size()) {
            return honorific.many() ? null : reference(at, start, List.of(), Form.pronoun);
        }
        boolean titled = honorific.many() || honorific.kind().equals("title");
        if (titled && Honorifics.at(tokens, start) != null) {
            return null;
        }
        if (Posts.startsAt(tokens, start)) {
            return postFirst(at, start, !honorific.many());
        }
        int length = names.afterHonorific(tokens, start);
        if (length >= 2) {
            return named(at, start, length, new ArrayList<>(), Form.honorific);
        }
        boolean comrade = !honorific.kind().equals("title") && !honorific.kind().equals("rank");
        if (length == 1 && comrade && !honorific.many()) {
            return named(at, start, 1, new ArrayList<>(), Form.given_name);
        }
        return honorific.many() || !comrade ? null : reference(at, start, List.of(), Form.pronoun);
    }

    /** Posts that stand before the name; without a name they are a reference where one person is meant. */
    private Mention postFirst(int from, int at, boolean single) {
        var posts = new ArrayList<String>();
        int next = at;
        int afterLast = at;
        while (next < tokens.size() && Posts.startsAt(tokens, next)) {
            afterLast = Posts.end(tokens, next, names);
            posts.add(write(next, afterLast));
            next = afterLast;
            if (next + 1 < tokens.size()
                    && BETWEEN_POSTS.contains(tokens.get(next).key())
                    && Posts.startsAt(tokens, next + 1)) {
                next++;
            }
        }
        int name = nameAfterPost(afterLast);
        if (name >= 0) {
            int honored = Honorifics.at(tokens, name) == null
                    ? name
                    : name + Honorifics.at(tokens, name).length();
            int length = honored > name ? names.afterHonorific(tokens, honored) : names.bare(tokens, honored);
            if (length >= 2) {
                return named(from, honored, length, posts, Form.post_before);
            }
        }
        if (single || (from == at && isDefinite(at))) {
            return reference(from, afterLast, posts, Form.reference);
        }
        return null;
    }

    /** Where a name or its honorific begins behind a post, or -1. */
    private int nameAfterPost(int at) {
        if (at >= tokens.size()) {
            return -1;
        }
        if (names.afterPost(tokens, at) >= 2 || isSingular(at)) {
            return at;
        }
        boolean separated = tokens.get(at).is("-")
                || tokens.get(at).is(",")
                || tokens.get(at).is(":")
                || tokens.get(at).is("là");
        if (!separated || at + 1 >= tokens.size()) {
            return -1;
        }
        if (isSingular(at + 1)) {
            return at + 1;
        }
        boolean dash = tokens.get(at).is("-") || tokens.get(at).is(":");
        return dash && names.bare(tokens, at + 1) >= 2 && !postFollows(at + 1 + names.bare(tokens, at + 1))
                ? at + 1
                : -1;
    }

    private boolean isSingular(int at) {
        var honorific = Honorifics.at(tokens, at);
        return honorific != null
                && !honorific.many()
                && names.afterHonorific(tokens, at + honorific.length()) >= 2
                && !Posts.startsAt(tokens, at + honorific.length());
    }

    /** A post at the head of its clause stands for its holder: "Bí thư Thị ủy nhấn mạnh". */
    private boolean isDefinite(int at) {
        return at == 0 || SITTING_ENDS.contains(tokens.get(at - 1).key());
    }

    /** A name in a list of people, or one that a post follows. */
    private Mention bare(int at, boolean many) {
        var token = tokens.get(at);
        if (!token.isCapitalized()
                || (at > 0 && PLACED.contains(tokens.get(at - 1).key()))) {
            return null;
        }
        int length = names.bare(tokens, at);
        if (length < 2) {
            return null;
        }
        boolean begins = at == 0 || LIST_MARKS.contains(tokens.get(at - 1).key());
        boolean listed = begins
                && at > 0
                && (continuesList(at) || (many && tokens.get(at - 1).is(":")));
        return listed || (begins && postFollows(at + length))
                ? named(at, at, length, new ArrayList<>(), Form.listed)
                : null;
    }

    private boolean continuesList(int at) {
        if (found.isEmpty() || !found.get(found.size() - 1).isNamed()) {
            return false;
        }
        int from = found.get(found.size() - 1).to();
        for (int i = from; i < at; i++) {
            if (!LIST_MARKS.contains(tokens.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    private boolean postFollows(int at) {
        return at + 1 < tokens.size() && BEFORE_POST.contains(tokens.get(at).key()) && Posts.startsAt(tokens, at + 1);
    }

    private Mention named(int from, int start, int length, List<String> posts, Form form) {
        int next = start + length;
        int to = next;
        while (next < tokens.size()) {
            int post = postStart(next, to == start + length);
            if (post < 0) {
                break;
            }
            int end = Posts.end(tokens, post, names);
            if (names.afterPost(tokens, end) >= 2 && !tokens.get(next).is("-")) {
                break;
            }
            posts.add(write(post, end));
            to = end;
            next = end;
            if (next < tokens.size() && tokens.get(next).is(")")) {
                to = ++next;
            }
        }
        var span = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
        return new Mention(
                Names.write(tokens, start, length),
                Names.key(tokens, start, length),
                from,
                to,
                span,
                List.copyOf(posts),
                form);
    }

    /** Where the next post of the same person begins, or -1. */
    private int postStart(int at, boolean first) {
        if (Posts.startsAt(tokens, at)) {
            return at;
        }
        var key = tokens.get(at).key();
        boolean separator = first
                ? BEFORE_POST.contains(key) || key.equals("là")
                : BETWEEN_POSTS.contains(key) && (!key.equals(";") || goesOn(at + 1));
        int next = at + 1;
        if (!separator || next >= tokens.size()) {
            return -1;
        }
        if (tokens.get(next).is("là") || tokens.get(next).is("kiêm")) {
            next++;
        }
        return next < tokens.size() && Posts.startsAt(tokens, next) ? next : -1;
    }

    /** "…; Chủ tịch UBND huyện; …": behind a semicolon a post of the same person, with nobody and no others behind it. */
    private boolean goesOn(int post) {
        if (!Posts.startsAt(tokens, post)) {
            return false;
        }
        int end = Posts.end(tokens, post, names);
        boolean others = tokens.subList(post, end).stream().anyMatch(token -> MANY.contains(token.key()));
        return !others
                && end < tokens.size()
                && nameAfterPost(end) < 0
                && CLOSED.contains(tokens.get(end).key());
    }

    private Mention reference(int from, int to, List<String> posts, Form form) {
        int last = Math.min(Math.max(to, from + 1), tokens.size());
        var span = new Span(tokens.get(from).start(), tokens.get(last - 1).end());
        return new Mention(null, null, from, last, span, posts, form);
    }

    private String write(int from, int to) {
        return Spaces.single(
                text.substring(tokens.get(from).start(), tokens.get(to - 1).end()));
    }
}

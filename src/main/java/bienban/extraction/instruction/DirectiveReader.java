package bienban.extraction.instruction;

import bienban.extraction.Draft.Directive;
import bienban.extraction.Draft.Role;
import bienban.extraction.Draft.Speaker;
import bienban.extraction.Found;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Spaces;
import bienban.extraction.person.Cast;
import bienban.extraction.person.Person;
import bienban.extraction.text.Phrases;
import bienban.extraction.text.Sentence;
import bienban.extraction.text.Sentence.Block;
import bienban.extraction.text.Token;
import bienban.extraction.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks through the report and keeps the sentences that instruct, with who said them and to whom. */
public final class DirectiveReader {
    private static final Map<String, Double> CONFIDENCE =
            Map.of("directive.order", 0.9, "directive.task", 0.75, "directive.subject", 0.7);
    private static final Phrases CLOSERS = Phrases.read("scope-closers.txt");
    private static final Phrases CONCLUSIONS = Phrases.of(
            "kết luận hội nghị",
            "kết luận buổi làm việc",
            "kết luận cuộc họp",
            "kết luận phiên họp",
            "kết luận kỳ họp",
            "kết luận buổi họp",
            "phát biểu kết luận",
            "kết luận tại",
            "ý kiến kết luận",
            "phát biểu bế mạc",
            "kết luận nội dung",
            "kết luận các nội dung",
            "phát biểu chỉ đạo");
    private static final Phrases SPEECHES =
            Phrases.of("kết luận", "phát biểu", "nhấn mạnh", "chỉ đạo", "lưu ý", "yêu cầu", "đề nghị");
    /** What tells who came tells no more, whatever the posts of these people are made of. */
    private static final Phrases ATTENDANCE = Phrases.of(
            "cùng dự",
            "cùng tham dự",
            "tham dự hội nghị",
            "tham dự có",
            "dự hội nghị có",
            "đến dự có",
            "về dự có",
            "dự họp có");

    private static final Set<String> LOWER = Set.of("huyện", "xã", "phường", "quận");
    private static final Phrases PROVINCIAL = Phrases.of("tỉnh ủy", "ubnd tỉnh", "hđnd tỉnh", "tỉnh", "trung ương");
    private static final Phrases ABOVE =
            Phrases.of("cấp trên", "sở", "các sở", "bộ", "chính phủ", "quốc hội", "nhà nước", "cấp có thẩm quyền");
    private static final int ADDRESSED = 7;
    private static final Phrases AGENDA = Phrases.read("agenda-headings.txt");
    private final Clean article;
    private final Cast cast;
    private final Details details;
    private final List<Found<Directive>> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Scope scope;
    private Sentence previous;

    private DirectiveReader(Clean article, Cast cast, Details details) {
        this.article = article;
        this.cast = cast;
        this.details = details;
    }

    public static List<Found<Directive>> read(Clean article, Cast cast, Details details) {
        var reader = new DirectiveReader(article, cast, details);
        article.prose().forEach(reader::read);
        return reader.found;
    }

    private void read(Sentence sentence) {
        var before = previous;
        previous = sentence;
        var tokens = sentence.tokens();
        boolean closes = closes(sentence);
        if (scope != null && (closes || !continues(sentence))) {
            scope = null;
        }
        if (ATTENDANCE.at(tokens, 0) != null) {
            return;
        }
        int order = Force.order(tokens, 0, tokens.size());
        var speaker = speaker(sentence, before, order);
        if (sentence.block() == Block.heading && speaker == null && order < 0) {
            heading(sentence);
            return;
        }
        boolean tasked = scope != null && scope.strong() && Proposers.isTasked(sentence);
        if (!tasked && !speaksDown(speaker, tokens, order) && Proposers.ask(sentence, order)) {
            return;
        }
        boolean conclusion = isConclusion(tokens) || (speaker != null && SPEECHES.occursIn(tokens));
        if (speaker != null && (order >= 0 || conclusion)) {
            scope = new Scope(speaker, sentence.paragraph(), false, order >= 0 || speaker.has(Role.concluding_speaker));
        } else if (scope == null
                && order >= 0
                && (Boards.command(tokens, order) || orderAfterConclusion(tokens, order))) {
            scope = new Scope(cast.people().soleConcluder(), sentence.paragraph(), false, true);
        } else if (scope == null && conclusion) {
            scope = new Scope(cast.people().soleConcluder(), sentence.paragraph(), false, true);
        } else if (scope == null && speaker == null && Openers.looksAhead(tokens)) {
            scope = new Scope(null, sentence.paragraph(), false, false);
        }
        if (scope == null) {
            return;
        }
        take(sentence, order);
        scope = scope.at(sentence.paragraph(), promisesMore(sentence));
        scope = Openers.announcesList(tokens) ? scope.announced() : scope;
    }

    /** "Đồng thời, yêu cầu …": without a subject it is the one who spoke in the sentence before. */
    private Person speaker(Sentence sentence, Sentence before, int order) {
        var speaker = cast.speakerOf(sentence);
        boolean goesOn = speaker == null
                && order > 0
                && before != null
                && before.paragraph() == sentence.paragraph()
                && Force.afterAdverbials(sentence.tokens(), 0, sentence.size()) == order;
        return goesOn ? cast.speakerOf(before) : speaker;
    }

    /** Who chairs asks nobody for help, unless it is those above the district. */
    private static boolean chairs(Person speaker, List<Token> tokens, int order) {
        return speaker != null
                && order >= 0
                && (speaker.has(Role.chair) || speaker.has(Role.concluding_speaker))
                && !tokens.get(order).is("kiến")
                && PROVINCIAL.find(tokens, order, Math.min(tokens.size(), order + ADDRESSED)) < 0
                && ABOVE.find(tokens, order, Math.min(tokens.size(), order + ADDRESSED)) < 0;
    }

    /** Somebody of the province who asks a district for more instructs it. */
    private static boolean speaksDown(Person speaker, List<Token> tokens, int order) {
        if (chairs(speaker, tokens, order)) {
            return true;
        }
        return speaker != null
                && order >= 0
                && order + 2 < tokens.size()
                && LOWER.contains(tokens.get(order + 2).key())
                && speaker.posts().stream().anyMatch(post -> PROVINCIAL.occursIn(Tokenizer.tokenize(post)));
    }

    /** "Nhiệm vụ trọng tâm thời gian tới:" over a list. */
    private void heading(Sentence sentence) {
        boolean agenda = AGENDA.occursIn(sentence.tokens());
        if (scope != null) {
            scope = scope.at(sentence.paragraph(), true);
        } else if (agenda && sentence.get(sentence.size() - 1).is(":")) {
            scope = new Scope(cast.people().soleConcluder(), sentence.paragraph(), true, true);
        }
    }

    private boolean continues(Sentence sentence) {
        if (sentence.paragraph() == scope.paragraph() || scope.open()) {
            return true;
        }
        if (sentence.block() == Block.heading) {
            return true;
        }
        if (sentence.block() == Block.item) {
            return scope.strong();
        }
        var tokens = sentence.tokens();
        boolean lower = tokens.get(0).isWord() && !tokens.get(0).isCapitalized();
        boolean tasked = Force.isTask(tokens, 0, tokens.size()) || Force.modal(tokens, 0, tokens.size()) >= 0;
        return scope.strong() && (lower || tasked || Force.order(tokens, 0, tokens.size()) >= 0);
    }

    private boolean closes(Sentence sentence) {
        var closer = CLOSERS.at(sentence.tokens(), 0);
        if (closer == null) {
            return false;
        }
        return scope == null || !scope.open() || sentence.block() != Block.item;
    }

    private static boolean isConclusion(List<Token> tokens) {
        return CONCLUSIONS.find(tokens, 0, Math.min(tokens.size(), 40)) >= 0;
    }

    private static boolean orderAfterConclusion(List<Token> tokens, int order) {
        return order == 0 && isConclusion(tokens);
    }

    private static boolean promisesMore(Sentence sentence) {
        var last = sentence.get(sentence.size() - 1);
        return last.is(":") || last.is(";") || last.is(",");
    }

    private void take(Sentence sentence, int order) {
        var parts = Enumeration.split(sentence);
        if (parts.size() > 1) {
            for (var part : parts) {
                if (part.ordinal() != null || instructs(sentence, part.from(), part.to(), order) != null) {
                    add(sentence, part, part.ordinal() != null ? "directive.enumerated" : "directive.order");
                }
            }
            return;
        }
        var rule = instructs(sentence, 0, sentence.size(), order);
        if (rule != null) {
            add(sentence, new Enumeration.Part(0, sentence.size(), Enumeration.ordinal(sentence)), rule);
        }
    }

    /** The rule by which the clause instructs, or null. */
    private String instructs(Sentence sentence, int from, int to, int order) {
        var tokens = sentence.tokens();
        if (order >= from && order < to) {
            return Openers.promisesOnly(tokens, order, to) ? null : "directive.order";
        }
        if (from == 0 && cast.speakerOf(sentence) == null && Openers.looksAhead(tokens)) {
            return "directive.task";
        }
        boolean recognizes = Openers.recognizes(tokens, from, to);
        if (Force.modal(tokens, from, to) >= 0 && !Openers.hopes(tokens, from)) {
            return Openers.promisesOnly(tokens, from, to) || Openers.looksBack(tokens, from) ? null : "directive.modal";
        }
        boolean speaks = cast.speakerOf(sentence) != null;
        if (!speaks && Openers.beginsWithTask(tokens, from, to, scope.open() || sentence.block() == Block.item)) {
            return "directive.task";
        }
        if (recognizes || Openers.looksBack(tokens, from)) {
            return Openers.taskAfterColon(tokens, from, to) ? "directive.listed" : null;
        }
        if (Openers.promisesOnly(tokens, from, to)) {
            return null;
        }
        boolean acts = !speaks && Force.isTask(tokens, from, to);
        if (acts || Openers.taskAfterColon(tokens, from, to)) {
            return "directive.task";
        }
        if (!speaks && scope.strong() && Force.isCalledUpon(tokens, from, to)) {
            return "directive.subject";
        }
        boolean listed = (sentence.block() == Block.item && isFirst(sentence)) || scope.open() || scope.listing();
        return listed && to - from > 4 ? "directive.item" : null;
    }

    private boolean isFirst(Sentence sentence) {
        return sentence.tokens().get(0).isPunctuation()
                || Enumeration.ordinal(sentence) != null
                || sentence.get(0).text().length() == 1;
    }

    private void add(Sentence sentence, Enumeration.Part part, String rule) {
        var tokens = sentence.tokens();
        int from = Enumeration.afterMark(tokens, part.from(), part.to());
        int to = part.to();
        if (to - from < 4) {
            return;
        }
        var text = Spaces.single(article.text()
                .substring(tokens.get(from).start(), tokens.get(to - 1).end()));
        if (!seen.add(text)) {
            return;
        }
        var clause = tokens.subList(from, to);
        var due = details.due(clause);
        var issuer = issuer();
        var directive = new Directive(
                part.ordinal(),
                text,
                issuer == null ? null : new Speaker(issuer.name()),
                Addressees.of(article.text(), clause),
                details.legalBasis(tokens.get(from).start(), tokens.get(to - 1).end()),
                due == null ? null : due.date(),
                due == null ? null : due.text(),
                Topics.of(clause));
        double confidence = CONFIDENCE.getOrDefault(rule, 0.85);
        found.add(new Found<>(
                directive, tokens.get(from).start(), tokens.get(to - 1).end(), confidence, rule));
    }

    private Person issuer() {
        return scope.issuer();
    }
}

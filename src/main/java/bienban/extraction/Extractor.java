package bienban.extraction;

import bienban.extraction.Draft.Kind;
import bienban.extraction.Draft.Media;
import bienban.extraction.Draft.Participation;
import bienban.extraction.Draft.Role;
import bienban.extraction.Draft.Source;
import bienban.extraction.Draft.Speaker;
import bienban.extraction.citation.Citation;
import bienban.extraction.citation.CitationReader;
import bienban.extraction.clean.Author;
import bienban.extraction.clean.Clean;
import bienban.extraction.clean.Cleaner;
import bienban.extraction.clean.Spaces;
import bienban.extraction.clean.Span;
import bienban.extraction.figure.Figure;
import bienban.extraction.figure.FigureContext;
import bienban.extraction.figure.FigureResult;
import bienban.extraction.figure.Figures;
import bienban.extraction.instruction.DecisionReader;
import bienban.extraction.instruction.Details;
import bienban.extraction.instruction.DirectiveReader;
import bienban.extraction.instruction.FindingReader;
import bienban.extraction.instruction.ProposalReader;
import bienban.extraction.person.Cast;
import bienban.extraction.person.Groups;
import bienban.extraction.person.PeopleReader;
import bienban.extraction.sitting.Sitting;
import bienban.extraction.sitting.SittingReader;
import bienban.extraction.text.Sentence.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads an article into a draft meeting with evidence for every field and warnings for every doubt. */
public final class Extractor {
    private static final int MONTH = "2021-04".length();

    public Extraction extract(ArticleInput input) {
        var article = Cleaner.clean(input);
        var assembler = new Assembler(article);
        if (article.corrupt()) {
            assembler.warn(Warning.of(
                    "",
                    "corrupt_text",
                    "Many syllables are not Vietnamese: a spoilt copy, from which nothing is read"));
            return assembler.extraction(empty(null, List.of(), source(input, article)));
        }
        return new Reading(input, article, assembler).draft();
    }

    private static Source source(ArticleInput input, Clean article) {
        var authors = article.authors().stream().map(Author::name).distinct().toList();
        return new Source(article.title(), input.url(), authors, wholeDay(article.publishedAt()));
    }

    /** A month of publication tells the year of the sitting, but an article is dated by a day. */
    private static String wholeDay(String published) {
        return published != null && published.length() == MONTH ? null : published;
    }

    private static Draft empty(String title, List<Draft.Document> documents, Source source) {
        return new Draft(
                title,
                Kind.other,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                documents,
                List.of(),
                List.of(source));
    }

    /** One article on its way through the readers. */
    private static final class Reading {
        private static final int OPENING = 2;

        private final ArticleInput input;
        private final Clean article;
        private final Assembler assembler;
        private final Cast cast;
        private final Sitting sitting;

        Reading(ArticleInput input, Clean article, Assembler assembler) {
            this.input = input;
            this.article = article;
            this.assembler = assembler;
            this.cast = PeopleReader.read(article);
            this.sitting = SittingReader.read(article, cast.people().nameKeys());
        }

        Extraction draft() {
            sitting.warnings().forEach(assembler::warn);
            boolean eventful = sitting.isMeeting() || sitting.situation() || (sitting.isDated() && officialsAct());
            var title = title();
            if (!eventful) {
                return assembler.extraction(announcement(title));
            }
            var citations = CitationReader.read(article);
            var heldOn = assembler.field("/heldOn", sitting.heldOn());
            var reviewPeriod = assembler.field("/reviewPeriod", sitting.reviewPeriod());
            var details = new Details(article.text(), citations, heldOn, article.publishedAt());
            var directives = DirectiveReader.read(article, cast, details);
            var decisions = DecisionReader.read(article);
            var taken = new TreeSet<Integer>();
            directives.forEach(directive -> taken.add(directive.start()));
            decisions.forEach(decision -> taken.add(decision.start()));
            var kind = assembler.field("/kind", sitting.kind());
            var draft = new Draft(
                    title,
                    kind == null ? Kind.other : kind,
                    sitting.isMeeting() ? Boolean.TRUE.equals(assembler.field("/extended", sitting.extended())) : null,
                    assembler.field("/ordinal", sitting.ordinal()),
                    assembler.field("/term", sitting.term()),
                    heldOn,
                    assembler.field("/dayPart", sitting.dayPart()),
                    assembler.field("/mode", sitting.mode()),
                    orNull(assembler.list("/onlineLinks", sitting.links())),
                    assembler.field("/host", sitting.host()),
                    assembler.field("/place", sitting.place()),
                    assembler.list("/counterparts", sitting.counterparts()),
                    reviewPeriod,
                    participations(),
                    observations(heldOn, reviewPeriod),
                    assembler.list("/findings", FindingReader.read(article, taken)),
                    assembler.list("/decisions", decisions),
                    assembler.list("/directives", directives),
                    assembler.list("/proposals", ProposalReader.read(article, taken)),
                    documents(citations),
                    media(),
                    sources());
            return assembler.extraction(draft);
        }

        /** Who holds a post and is named where a report says what it is about; news of the market quotes people further down. */
        private boolean officialsAct() {
            var prose = article.prose();
            if (prose.isEmpty()) {
                return false;
            }
            int end = prose.get(Math.min(OPENING, prose.size()) - 1).end();
            return cast.people().all().stream()
                    .filter(person -> !person.posts().isEmpty())
                    .flatMap(person -> person.spans().stream())
                    .anyMatch(span -> span.start() < end);
        }

        /** No sitting and no event: who wrote it and when, and which documents it cites. */
        private Draft announcement(String title) {
            assembler.warn(Warning.of("/kind", "not_a_meeting", "The article reports no meeting"));
            var draft = empty(title, documents(numbered()), source(input, article));
            sources();
            return draft;
        }

        /** Without a number nobody can tell which document an announcement means. */
        private List<Citation> numbered() {
            return CitationReader.read(article).stream()
                    .filter(citation -> citation.document().number() != null)
                    .toList();
        }

        private String title() {
            if (article.title() == null) {
                return headlineFromLead();
            }
            if (article.titleSpan() != null) {
                assembler.cite("/title", article.titleSpan(), 0.95, List.of("title.headline"));
            }
            return article.title();
        }

        /** Without a headline the first clause of the lead says what it is about. */
        private String headlineFromLead() {
            var prose = article.of(Block.body);
            if (prose.isEmpty()) {
                return null;
            }
            var first = prose.get(0);
            int end = first.size();
            for (int i = 8; i < first.size(); i++) {
                if (first.get(i).is(",") || first.get(i).is(".") || first.get(i).is(";")) {
                    end = i;
                    break;
                }
            }
            var span = new Span(first.start(), first.get(end - 1).end());
            assembler.cite("/title", span, 0.6, List.of("title.lead"));
            return Spaces.single(article.text().substring(span.start(), span.end()));
        }

        private List<Participation> participations() {
            var participations = new ArrayList<Participation>();
            for (var person : cast.people().all()) {
                var pointer = "/participations/" + participations.size();
                person.spans().forEach(span -> assembler.cite(pointer, span, 0.93, person.rules()));
                participations.add(new Participation(new Speaker(person.name()), null, person.roles(), person.posts()));
            }
            for (var group : Groups.read(article, cast.people())) {
                assembler.field("/participations/" + participations.size(), group);
                participations.add(new Participation(null, group.value(), List.of(Role.attendee), null));
            }
            return participations;
        }

        private List<Observation> observations(String heldOn, String reviewPeriod) {
            var place = sitting.place() == null ? null : sitting.place().value().name();
            var context = new FigureContext(
                    SittingReader.dayOf(article.publishedAt()), heldOn, reviewPeriod, place, sitting.year());
            FigureResult result = Figures.read(article.prose(), context);
            var observations = new ArrayList<Observation>();
            for (Figure figure : result.figures()) {
                var span = new Span(figure.start(), figure.end());
                assembler.cite(
                        "/observations/" + observations.size(),
                        span,
                        figure.confidence().doubleValue(),
                        figure.rules());
                observations.add(figure.observation());
            }
            for (var warning : result.warnings()) {
                var pointer = warning.figure() == null ? "/observations" : "/observations/" + warning.figure();
                assembler.warn(new Warning(pointer, warning.code(), warning.detail(), warning.start(), warning.end()));
            }
            return observations;
        }

        private List<Draft.Document> documents(List<Citation> citations) {
            var documents = new ArrayList<Draft.Document>();
            for (var citation : citations) {
                var pointer = "/documents/" + documents.size();
                citation.spans().forEach(span -> assembler.cite(pointer, span, 0.95, List.of(citation.rule())));
                documents.add(citation.document());
            }
            return documents;
        }

        private List<Media> media() {
            var media = new ArrayList<Media>();
            int paragraph = -1;
            for (var sentence : article.of(Block.caption)) {
                if (sentence.paragraph() == paragraph) {
                    continue;
                }
                paragraph = sentence.paragraph();
                assembler.cite(
                        "/media/" + media.size(),
                        new Span(sentence.start(), sentence.end()),
                        0.85,
                        List.of("media.caption"));
                media.add(
                        new Media("photo", Spaces.single(article.text().substring(sentence.start(), sentence.end()))));
            }
            return media;
        }

        private List<Source> sources() {
            int index = 0;
            for (var author : article.authors()) {
                assembler.cite(
                        "/sources/0/authors/" + index++,
                        new Span(author.start(), author.end()),
                        0.85,
                        List.of("author.byline"));
            }
            if (article.publishedSpan() != null) {
                assembler.cite("/sources/0/publishedAt", article.publishedSpan(), 0.95, List.of("published.line"));
            }
            return List.of(source(input, article));
        }

        private static <T> List<T> orNull(List<T> list) {
            return list.isEmpty() ? null : list;
        }
    }
}

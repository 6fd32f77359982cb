package bienban.extraction.desk;

import bienban.article.ArticleRef;
import bienban.article.ArticleRepository;
import bienban.extraction.Extraction;
import bienban.extraction.Extractor;
import bienban.meeting.MeetingEntry;
import bienban.meeting.MeetingKind;
import bienban.meeting.MeetingRecord;
import bienban.place.PlaceRepository;
import bienban.record.LifeStatus;
import bienban.record.RecordRepository;
import bienban.record.Rules;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import bienban.shared.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps an article and makes the draft of the meeting that it reports. */
@ApplicationScoped
class ArticleEntry {
    private static final int ROUNDS = 10;
    private static final int LONGEST_TITLE = 500;
    private static final List<String> NO_MEETING = List.of("corrupt_text", "not_a_meeting");

    private final Extractor extractor = new Extractor();
    private final ArticleRepository articles;
    private final MeetingEntry meetings;
    private final PlaceRepository places;
    private final PlaceNames placeNames;
    private final MeetingDraft drafts;
    private final DraftRepository kept;
    private final RecordRepository records;
    private final JsonBody bodies;
    private final Rules rules;

    ArticleEntry(
            ArticleRepository articles,
            MeetingEntry meetings,
            PlaceRepository places,
            PlaceNames placeNames,
            MeetingDraft drafts,
            DraftRepository kept,
            RecordRepository records,
            JsonBody bodies,
            Rules rules) {
        this.rules = rules;
        this.articles = articles;
        this.meetings = meetings;
        this.places = places;
        this.placeNames = placeNames;
        this.drafts = drafts;
        this.kept = kept;
        this.records = records;
        this.bodies = bodies;
    }

    /** What was entered, and whether it is new. */
    record Entered(ArticleAnswer answer, boolean made) {}

    /** Asks no database, and is done before others have to wait. */
    Extraction read(ArticleBody input) {
        var extraction = extractor.extract(input.toRead()).unexplained();
        ArticleBody.mustFit(extraction.text());
        return extraction;
    }

    Entered enter(ArticleBody input, Extraction extraction, Locale language) {
        var known = articles.known(input.url(), extraction.text());
        if (known.isPresent()) {
            return new Entered(again(known.get(), extraction.text(), language), false);
        }
        var read = DraftShape.of(extraction, language);
        var meets = meets(read);
        var place = meets ? place(input, read) : rules.homeOf(input.place());
        var article = articles.add(source(input, extraction), LifeStatus.draft, place);
        var fitting = meets ? drafts.of(read, article, place, language) : null;
        var meeting = meets ? make(fitting) : null;
        records.settle();
        var warnings = meets ? fitting.warnings() : read.warnings();
        kept.keep(article, meeting, warnings);
        return new Entered(
                new ArticleAnswer(article, meeting, warnings, meets ? kept.conflicts(meeting) : List.of()), true);
    }

    private ArticleAnswer again(UUID article, String text, Locale language) {
        var before = kept.find(article, text, rules.scope());
        var warnings = new ArrayList<>(before.warnings());
        if (!before.sameText()) {
            warnings.add(DraftShape.doubt("", "other_text", language));
        }
        return new ArticleAnswer(
                article,
                before.meeting(),
                warnings,
                before.meeting() == null ? List.of() : kept.conflicts(before.meeting()));
    }

    private static boolean meets(ExtractionAnswer read) {
        var draft = read.draft();
        boolean empty = draft.kind() == MeetingKind.other
                && draft.participations().isEmpty()
                && draft.observations().isEmpty()
                && draft.directives().isEmpty()
                && draft.decisions().isEmpty()
                && draft.findings().isEmpty();
        return !empty && read.warnings().stream().noneMatch(w -> NO_MEETING.contains(w.code()));
    }

    private String place(ArticleBody input, ExtractionAnswer read) {
        if (input.place() != null) {
            places.mustKnow(Map.of("/place", input.place()));
        }
        var place = Optional.ofNullable(input.place())
                .or(() -> placeNames.find(read.draft().place(), MeetingDraft.day(read.draft())))
                .orElseThrow(() -> ApiException.invalid(InputError.at("/place", "place_needed")));
        rules.mayKeep(place);
        return place;
    }

    private static ArticleRef source(ArticleBody input, Extraction extraction) {
        var source = extraction.draft().sources().get(0);
        var published = input.publishedAt() == null ? source.publishedAt() : input.publishedAt();
        return new ArticleRef(
                null,
                title(source.title(), extraction),
                input.url(),
                input.publisher(),
                source.authors() == null
                        ? List.of()
                        : source.authors().stream().limit(20).toList(),
                published != null && published.matches(ArticleRef.DATE) ? published : null,
                extraction.text());
    }

    /** An article must have a title: the headline, else what the draft is called, else its first line. */
    static String title(String headline, Extraction extraction) {
        var title = Optional.ofNullable(headline)
                .or(() -> Optional.ofNullable(extraction.draft().title()))
                .filter(t -> !t.isBlank())
                .or(() -> extraction
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .findFirst())
                .orElse("—");
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    /** What a record cannot hold is left out, round by round, because one fault may hide another. */
    private UUID make(Fitting fitting) {
        for (int round = 1; ; round++) {
            try {
                return meetings.create(bodies.read(fitting.meeting(), MeetingRecord.class));
            } catch (ApiException e) {
                // Spans are compared when all rows are written: to go on from there would make the meeting twice.
                boolean written = e.errors().stream()
                        .anyMatch(f ->
                                f.code().equals("not_that_span") || f.code().equals("not_a_source"));
                if (written || round == ROUNDS || !fitting.leaveOut(e.errors())) {
                    throw e;
                }
            }
        }
    }
}

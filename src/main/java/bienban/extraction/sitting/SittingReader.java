package bienban.extraction.sitting;

import bienban.extraction.Draft.Kind;
import bienban.extraction.Warning;
import bienban.extraction.calendar.StatedDate;
import bienban.extraction.clean.Clean;
import bienban.extraction.text.Sentence.Block;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/** Reads what a report tells of the sitting itself. */
public final class SittingReader {
    private SittingReader() {}

    /** Reads the sitting; {@code people} are the keys of names that must not be taken for places. */
    public static Sitting read(Clean article, Set<String> people) {
        var opening = Opening.of(article);
        var told = Kinds.read(opening);
        var kind = told == null ? Kinds.fromProceedings(article.prose()) : told;
        kind = kind == null ? Kinds.fromCaptions(article.of(Block.caption)) : kind;
        boolean announced = kind != null && kind.rule().equals("kind.announcement");
        if (announced) {
            return Sitting.none(kind, null);
        }
        var published = dayOf(article.publishedAt());
        var day = new Days(article, published).read(opening);
        if (kind == null) {
            return event(article, opening, day, people);
        }
        var host = Hosts.host(article, opening);
        var stated = day.stated();
        var year = year(stated, published, article);
        return new Sitting(
                kind,
                Numbering.extended(opening),
                Numbering.ordinal(opening),
                Numbering.term(opening),
                day.heldOn(),
                day.part(),
                Modes.read(article),
                Modes.links(article),
                host,
                Places.read(article, host, people),
                kind.value() == Kind.working_session || kind.value() == Kind.briefing
                        ? Hosts.counterparts(article, opening)
                        : List.of(),
                Reviews.read(article, opening, stated, year),
                day.warning() == null ? List.of() : List.<Warning>of(day.warning()),
                false,
                year);
    }

    /** Something took place, though no sitting, when the report tells a day. */
    private static Sitting event(Clean article, Opening opening, Days.Day day, Set<String> people) {
        boolean situation = opening.isSituation();
        var year = year(day.stated(), dayOf(article.publishedAt()), article);
        boolean dated = day.stated() != null && day.stated().day() != null;
        return new Sitting(
                null,
                null,
                null,
                null,
                dated ? day.heldOn() : null,
                dated ? day.part() : null,
                null,
                List.of(),
                null,
                Places.read(article, null, people),
                List.of(),
                situation ? Reviews.read(article, opening, null, year) : null,
                !dated || day.warning() == null ? List.of() : List.of(day.warning()),
                situation,
                year);
    }

    private static Integer year(StatedDate stated, LocalDate published, Clean article) {
        if (stated != null && stated.year() != null) {
            return stated.year();
        }
        if (published != null) {
            return published.getYear();
        }
        return ReportYear.of(article, false);
    }

    /** The day of a publication date, whose time and zone may be missing; of a month the last day. */
    public static LocalDate dayOf(String publishedAt) {
        if (publishedAt == null || publishedAt.length() < 7) {
            return null;
        }
        try {
            if (publishedAt.length() == 7) {
                return YearMonth.parse(publishedAt).atEndOfMonth();
            }
            return LocalDate.parse(publishedAt.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}

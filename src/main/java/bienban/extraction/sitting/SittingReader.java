package bienban.extraction.sitting;

import bienban.extraction.Draft.Kind;
import bienban.extraction.Warning;
import bienban.extraction.calendar.StatedDate;
import bienban.extraction.clean.Clean;
import bienban.extraction.period.PeriodReader;
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
        boolean announced = kind != null && kind.rule().equals("kind.announcement");
        if (announced) {
            return Sitting.none(kind, null);
        }
        var published = dayOf(article.publishedAt());
        var day = new Days(article, published).read(opening);
        if (kind == null) {
            return event(article, day, people);
        }
        var host = Hosts.host(article, opening);
        var stated = day.stated();
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
                Reviews.read(article, opening, stated, year(stated, published, opening)),
                day.warning() == null ? List.of() : List.<Warning>of(day.warning()));
    }

    /** Something took place, though no sitting: its day counts only when the report states it whole. */
    private static Sitting event(Clean article, Days.Day day, Set<String> people) {
        var heldOn = day.heldOn() != null && !day.heldOn().rule().equals("day.year_only") ? day.heldOn() : null;
        return new Sitting(
                null,
                null,
                null,
                null,
                heldOn,
                heldOn == null ? null : day.part(),
                null,
                List.of(),
                null,
                Places.read(article, null, people),
                List.of(),
                null,
                heldOn == null || day.warning() == null ? List.of() : List.of(day.warning()));
    }

    private static Integer year(StatedDate stated, LocalDate published, Opening opening) {
        if (stated != null && stated.year() != null) {
            return stated.year();
        }
        if (published != null) {
            return published.getYear();
        }
        for (var sentence : opening.all()) {
            for (var mention : PeriodReader.all(sentence.tokens(), null)) {
                if (!mention.iso().startsWith("..")) {
                    return Integer.valueOf(mention.iso().substring(0, 4));
                }
            }
        }
        return null;
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

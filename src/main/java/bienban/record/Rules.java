package bienban.record;

import bienban.security.Caller;
import bienban.security.Role;
import bienban.security.Scope;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What a caller may do to records, by their status and their home: an editor writes drafts, a reviewer also what is published or
 * retracted, each in their places; an administrator everything. It is asked three times: of the record before a change, of the
 * place that the input names before anything is looked up that could tell of other places, and of all that the transaction has
 * changed in the end, whichever way it came to be changed.
 */
@ApplicationScoped
public class Rules {
    /**
     * All records that this transaction has changed, each with what it was before. Elsewhere nothing may begin, end, move or become
     * another; unless it is not public, a name that it shows may follow the record that bears the name. Flags and posts follow too.
     */
    private static final String CHANGES = """
            with changed as (
                select c.record_id, min(c.version) as first from record_change c
                where c.xact >= pg_current_xact_id() and c.actor = record_actor() group by c.record_id),
            compared as (
                select r.status, b.status as before, b.record_id is null as made,
                    coalesce(%1$s, false) and (b.record_id is null or coalesce(%2$s, false)) as kept,
                    b.record_id is null or b.status <> r.status or (r.kind <> 'observation' and b.place_code is distinct from r.place_code) as moved,
                    b.record_id is not null and record_essence(r.kind, b.document) <> record_essence(r.kind, r.document) as another
                from changed c join record r on r.id = c.record_id
                left join record_version b on b.record_id = c.record_id and b.version = c.first - 1)
            select coalesce(bool_or(not kept and (moved or (another and status = 'published'))), false),
                coalesce(bool_or((moved or another) and (status in ('published', 'retracted') or before in ('published', 'retracted'))), false)
            from compared""";

    private final Caller caller;
    private final Session database;

    Rules(Caller caller, Session database) {
        this.caller = caller;
        this.database = database;
    }

    /** The record as it is before a change. */
    public void mayChange(StoredRecord record) {
        var kept = keeps(record.homeCode);
        new Standing(record.status, kept, record.publishedOnce).mustBeSeen(record.kind, record.key);
        if (!kept) {
            throw ApiException.outsideScope();
        }
        if (record.status != RecordStatus.draft && !caller.isAtLeast(Role.reviewer)) {
            throw ApiException.notAllowed();
        }
    }

    /** Asks what it would ask of a draft elsewhere, so that the time that it takes does not tell the one from the other. */
    ApiException notThere(RecordKind kind, String key) {
        keeps("");
        return ApiException.notFound(kind.name(), key);
    }

    /** A second record that a deed changes; one that is not seen is as unknown as one that is not there. */
    public void mayAlsoChange(UUID id, InputError unknown) {
        var record = database.find(StoredRecord.class, id);
        try {
            if (record == null) {
                throw ApiException.invalid(unknown);
            }
            mayChange(record);
        } catch (ApiException refused) {
            throw refused.status() == 404 || refused.status() == 410 ? ApiException.invalid(unknown) : refused;
        }
    }

    /** A home that the input names. One that is no place at all is left to those who say so. */
    public void mayKeep(String home) {
        if (!keeps(home)) {
            throw ApiException.outsideScope();
        }
    }

    /** The home of something that need not name one: of who works for one place only, that place. */
    public String homeOf(String stated) {
        var scope = caller.scope();
        if (stated == null && !scope.isEverything()) {
            if (scope.places().size() != 1) {
                throw ApiException.invalid(InputError.at("/place", "place_needed"));
            }
            return scope.places().get(0);
        }
        mayKeep(stated);
        return stated;
    }

    /** What is not said to be a draft or published is as far as its writer may go. */
    public LifeStatus statusOfNew(LifeStatus stated) {
        return stated != null ? stated : caller.isAtLeast(Role.reviewer) ? LifeStatus.published : LifeStatus.draft;
    }

    /** All that the transaction has changed, when the documents have been made again. */
    public void mayHaveChanged() {
        var scope = caller.scope();
        if (scope.isEverything()) {
            return;
        }
        var before = "case r.kind when 'observation' then r.home_code else b.place_code end";
        var sql = CHANGES.formatted(scope.holds("r.home_code"), scope.holds(before));
        var found = scope.bind(database.createNativeQuery(sql, Tuple.class)).getSingleResult();
        if (found.get(0, Boolean.class)) {
            throw ApiException.outsideScope();
        }
        if (found.get(1, Boolean.class) && !caller.isAtLeast(Role.reviewer)) {
            throw ApiException.notAllowed();
        }
    }

    /** What was public of other records and names what is purged loses the name: that is for those who keep these records too. */
    void mayForget(UUID purged) {
        var scope = caller.scope();
        if (scope.isEverything()) {
            return;
        }
        var elsewhere = scope.bind(database.createNativeQuery(
                        "select exists (select 1 from record r where r.id in (select history_naming(array(select purge_takes(:purged))))"
                                + " and r.published_once and not coalesce(" + scope.holds("r.home_code") + ", false))",
                        Boolean.class))
                .setParameter("purged", purged)
                .getSingleResult();
        if (elsewhere) {
            throw ApiException.outsideScope();
        }
    }

    /** What the caller sees. */
    public Scope scope() {
        return caller.scope();
    }

    private boolean keeps(String home) {
        var scope = caller.scope();
        if (scope.places().isEmpty()) {
            return scope.isEverything();
        }
        return home != null
                && scope.bind(database.createNativeQuery(
                                "select " + scope.holds("cast(:home as text)")
                                        + " or not exists (select 1 from place where code = :home)",
                                Boolean.class))
                        .setParameter("home", home)
                        .getSingleResult();
    }
}

package bienban.record;

import bienban.security.Caller;
import bienban.security.Role;
import bienban.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/**
 * What a caller may do to a record, by its status and its home: an editor writes drafts, a reviewer also what is published, each
 * in their places; an administrator everything. A record must be theirs before a change and after it.
 */
@ApplicationScoped
public class Rules {
    private final Caller caller;
    private final Session database;

    Rules(Caller caller, Session database) {
        this.caller = caller;
        this.database = database;
    }

    /** A record that is not public is there only for those who keep it; of one that was public the address still tells that it is gone. */
    public static void mustSee(RecordStatus status, boolean isKeptHere, RecordKind kind, String key) {
        switch (status) {
            case published, merged -> {}
            case draft -> {
                if (!isKeptHere) {
                    throw ApiException.notFound(kind.name(), key);
                }
            }
            case retracted -> {
                if (!isKeptHere) {
                    throw ApiException.gone(kind.name(), key);
                }
            }
            case deleted -> throw ApiException.gone(kind.name(), key);
        }
    }

    /** The record as it is before a change. */
    void mayChange(StoredRecord record) {
        var kept = keeps(record.homeCode);
        mustSee(record.status, kept, record.kind, record.key);
        if (!kept) {
            throw ApiException.outsideScope();
        }
        if (record.status != RecordStatus.draft && !caller.isAtLeast(Role.reviewer)) {
            throw ApiException.notAllowed();
        }
    }

    /** Asked before anything is looked up that could tell of other places. */
    public void mayKeep(String home) {
        if (!keeps(home)) {
            throw ApiException.outsideScope();
        }
    }

    /** What is not said to be a draft or published is as far as its writer may go. */
    public LifeStatus statusOfNew(LifeStatus stated) {
        return stated != null ? stated : caller.isAtLeast(Role.reviewer) ? LifeStatus.published : LifeStatus.draft;
    }

    private boolean keeps(String home) {
        var scope = caller.scope();
        if (scope.places().isEmpty()) {
            return scope.isEverything();
        }
        return home != null
                && database.createNativeQuery("select " + scope.holds("cast(:home as text)"), Boolean.class)
                        .setProperties(scope.parameters())
                        .setParameter("home", home)
                        .getSingleResult();
    }
}

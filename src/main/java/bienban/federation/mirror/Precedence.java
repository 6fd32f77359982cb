package bienban.federation.mirror;

import java.util.UUID;

/**
 * Whose word counts where several speak of one record. A record has one owner, and the first that is known stays it. Copies of it
 * may come by several ways: the owner's own word counts most, then that of the upstream it first came by. So nothing swings to
 * and fro, and what is our own never comes back to us.
 */
final class Precedence {
    private Precedence() {}

    enum Verdict {
        take,
        pass,
        /** It claims an id that is ours. */
        ours,
        /** It claims an id that is another instance's. */
        anothers
    }

    /**
     * What is known here of the record.
     *
     * @param upstream which it comes by, null when by none
     * @param version the version that was last seen there; 0 when others refer to it and it was not seen itself
     * @param owner the instance that owns it, null when it is ours
     * @param recorded whether there is such a record, be it deleted
     */
    record Known(String upstream, int version, UUID owner, boolean recorded) {
        static final Known NOTHING = new Known(null, 0, null, false);
    }

    static Verdict of(Incoming item, Source source, Known known) {
        var owner = item.owner(source.instance()).instance();
        if (owner.equals(source.own())) {
            return Verdict.pass;
        }
        if (known.recorded() && known.owner() == null) {
            return Incoming.isCodeList(item.kind()) ? Verdict.pass : Verdict.ours;
        }
        if (known.owner() != null && known.version() > 0 && !known.owner().equals(owner)) {
            return Verdict.anothers;
        }
        if (known.upstream() != null
                && !known.upstream().equals(source.upstream())
                && source.followed().contains(known.upstream())) {
            return owner.equals(source.instance()) && item.fate() == Fate.there ? Verdict.take : Verdict.pass;
        }
        return source.afresh() || item.version() > known.version() ? Verdict.take : Verdict.pass;
    }
}

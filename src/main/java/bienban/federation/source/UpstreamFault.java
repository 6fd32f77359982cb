package bienban.federation.source;

import java.io.IOException;

/** Why nothing could be had from an upstream; the code is stable and shown. */
public final class UpstreamFault extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of fault it is. */
    public enum Kind {
        /** Nobody answers there, or not in time. */
        unreachable,
        /** It answers that it will not: the key, a limit, a fault of its own. */
        refused,
        /** What came is not what the contract says. */
        broken,
        /** The cursor is of another epoch or too old: a new snapshot is needed. */
        resync
    }

    private final Kind kind;

    UpstreamFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    UpstreamFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

package bienban.record;

import bienban.shared.ApiException;
import bienban.shared.InputError;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A place in the feed of changes, opaque to callers: right behind one change, or at the beginning. It knows the database it
 * is of, and what the change was, so that it is not taken for a place in another feed: not after a restore from a dump,
 * nor after the return of an older backup, where the same numbers are given out again.
 *
 * @param home the database, as a hash
 * @param check the change that it stands behind, as a hash; 0 at the beginning
 */
public record FeedPosition(long home, long xact, long seq, long check) {
    private static final byte FORM = 1;
    private static final int CHECK_BYTES = 6;
    private static final int LENGTH = 1 + 3 * Long.BYTES + CHECK_BYTES;
    private static final int SEAL_BYTES = 2;
    /** Looking one up takes longer than what it digests here, a thousand times a page. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(FeedPosition::digest);

    /**
     * The last change below the oldest running transaction of the snapshot that the statement sees, or where the feed
     * begins when there is none.
     */
    private static final String PRESENT = """
            select feed_home(), cast(cast(coalesce(c.xact, b.xact) as text) as bigint), coalesce(c.seq, b.seq),
                case when c.seq is null then b.record_id else c.record_id end,
                case when c.seq is null then b.version else c.version end,
                case when c.seq is null then b.changed_at else c.changed_at end
            from (select * from feed_beginning limit 1) b left join lateral (
                select * from record_change c where c.xact < pg_snapshot_xmin(pg_current_snapshot())
                order by c.xact desc, c.seq desc limit 1) c on true""";

    /** Behind a change in the same feed. */
    public FeedPosition behind(long xact, long seq, UUID record, int version, Instant changedAt) {
        var content = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .putInt(version)
                .putLong(changedAt.getEpochSecond())
                .putInt(changedAt.getNano());
        return new FeedPosition(home, xact, seq, hash(content.array()) >>> (8 * SEAL_BYTES));
    }

    /** Before the first change that there ever was. */
    public static FeedPosition beginning(String home) {
        return new FeedPosition(hash(home.getBytes(StandardCharsets.UTF_8)), 0, 0, 0);
    }

    /**
     * The place that what the connection sees is consistent with: in a transaction of isolation {@code repeatable read} all
     * that a reader of the same transaction does not see comes behind it. What comes behind it may be seen already.
     */
    public static FeedPosition present(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(PRESENT)) {
            row.next();
            var record = row.getObject(4, UUID.class);
            var beginning = beginning(row.getString(1));
            return record == null
                    ? beginning
                    : beginning.behind(
                            row.getLong(2),
                            row.getLong(3),
                            record,
                            row.getInt(5),
                            row.getTimestamp(6).toInstant());
        }
    }

    public boolean isOf(String home) {
        return this.home == hash(home.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isBefore(FeedPosition other) {
        return xact < other.xact || (xact == other.xact && seq < other.seq);
    }

    /** Reads what a caller sent as {@code parameter}; what never was a position is refused. */
    public static FeedPosition read(String text, String parameter) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var body = new byte[LENGTH];
            bytes.get(body);
            if (bytes.remaining() != SEAL_BYTES || body[0] != FORM || bytes.getShort() != seal(body)) {
                throw new IllegalArgumentException(text);
            }
            var parts = ByteBuffer.wrap(body, 1, LENGTH - 1);
            return new FeedPosition(
                    parts.getLong(),
                    parts.getLong(),
                    parts.getLong(),
                    (Short.toUnsignedLong(parts.getShort()) << Integer.SIZE) + Integer.toUnsignedLong(parts.getInt()));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw ApiException.invalid(InputError.in(parameter, "malformed_position"));
        }
    }

    /** The text that callers keep: 44 characters that need no escaping anywhere. */
    @Override
    public String toString() {
        var body = ByteBuffer.allocate(LENGTH)
                .put(FORM)
                .putLong(home)
                .putLong(xact)
                .putLong(seq)
                .putShort((short) (check >>> Integer.SIZE))
                .putInt((int) check)
                .array();
        var sealed = ByteBuffer.allocate(LENGTH + SEAL_BYTES).put(body).putShort(seal(body));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /** Tells a damaged text; it is no protection, and needs none: a position opens nothing. */
    private static short seal(byte[] body) {
        var sum = new CRC32();
        sum.update(body);
        return (short) sum.getValue();
    }

    private static long hash(byte[] content) {
        return ByteBuffer.wrap(DIGEST.get().digest(content)).getLong();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}

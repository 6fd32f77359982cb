/**
 * The feed: what changed, for those who keep a copy.
 *
 * <p>The database writes one change for every new version of a record. Here they are handed out in the order {@code (xact, seq)}
 * as far as the oldest running transaction, so that nothing ever appears behind what a reader has passed; see
 * {@link bienban.record.FeedPosition}. Numbering at commit was left: it would have made all writers wait for one another's
 * commits, while this makes only the feed wait, for the slowest writer.
 *
 * <p>The digest proves a copy. A webhook is a hint and never the truth: what it announces is read from the feed.
 */
package bienban.changes;

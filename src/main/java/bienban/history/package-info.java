/**
 * What every record was: each version with who wrote it and when, its very bytes, and the difference between two.
 *
 * <p>The database keeps the versions (see the migration {@code history}); here they are only read. The public sees the versions
 * that were published, as long as the record is; who wrote them is told to editors only, because it may name a person.
 */
package bienban.history;

/**
 * The canonical document of every record: the bytes that are answered, with version, hash and history.
 *
 * <p>The database makes the documents (see the migrations {@code records} and {@code documents}): whoever changes a row, by
 * whichever way, leaves a transaction in which the documents that show it are made again. This package reads them, lists
 * them, and wraps every write in the same steps: lock, check {@code If-Match}, change, settle, answer.
 */
package bienban.record;

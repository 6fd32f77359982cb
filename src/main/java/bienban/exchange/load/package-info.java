/**
 * Files of records that are entered as jobs.
 *
 * <p>A file is read as it comes, each row by the rules of its kind, into a table of its own; nothing of it is held in memory and
 * nobody waits. Then it is the job's turn to write, in one transaction, through the same entries and triggers as every other
 * write. A job that is killed has failed and left nothing: its state follows from whether its process is still there.
 */
package bienban.exchange.load;

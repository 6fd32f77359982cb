/**
 * Corrections from the public: a reader reports an error in a meeting, or names the right figure with its source; reviewers of
 * the place accept, naming the version that fixed it, or decline.
 *
 * <p>A correction changes nothing by itself. What was written is never public, for it may name people or be abuse: only
 * reviewers read it. Whoever filed it learns its state, the note and the version by the id that the filing answered.
 */
package bienban.correction;

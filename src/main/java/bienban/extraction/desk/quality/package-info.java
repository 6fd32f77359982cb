/**
 * How good the machine's drafts were: each is compared with what an editor published.
 *
 * <p>Both sides are documents of the same meeting, so that the comparison sees only what people changed.
 */
package bienban.extraction.desk.quality;

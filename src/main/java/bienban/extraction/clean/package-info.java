/**
 * From what was posted to the report itself: canonical text, its paragraphs, and what each of them is.
 *
 * <p>Furniture stays in the text, so that offsets hold, but belongs to no sentence that is read.
 */
package bienban.extraction.clean;

/**
 * Where fields stand in the text: passages to highlight, and spans that follow their words when a text is replaced.
 *
 * <p>Offsets count code points. A span that is no longer sure is taken away and told, never left pointing at other words.
 */
package bienban.extraction.desk.evidence;

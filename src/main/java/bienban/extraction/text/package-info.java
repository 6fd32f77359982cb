/**
 * Article text as tokens and sentences, before anybody asks what they mean.
 *
 * <p>All offsets are UTF-16 offsets into the canonical text; {@link bienban.extraction.text.CodePoints} turns them into the
 * code-point offsets that evidence is published with.
 */
package bienban.extraction.text;

/**
 * Figures stated in sentences: a value with its unit, what bounds it, what it is compared with and what it is a part of.
 *
 * <p>Tokens become lexemes (amounts, cues, periods, words), lexemes become statements, statements become figures. A
 * number whose meaning is not certain is left out or becomes a warning.
 */
package bienban.extraction.figure;

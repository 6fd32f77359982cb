/**
 * The catalogue of measures, and the observations: stated values of a measure for a place and a period.
 *
 * <p>A value keeps what was written (value, unit multiplier, comparator, raw text) and what it means (the normalized value).
 * Misprints and contradictions are flagged, never repaired.
 */
package bienban.indicator;

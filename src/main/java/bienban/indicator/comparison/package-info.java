/**
 * One indicator over time (a series) and over places (a comparison), told in the indicator's own unit.
 *
 * <p>Only published figures are told. Where several meetings state the same figure, the latest meeting's is taken and the others
 * are listed as its revisions. Nothing is estimated or filled in: a place without a figure is listed as missing.
 */
package bienban.indicator.comparison;

/**
 * What was instructed to whom, and what became of it.
 *
 * <p>State and timeliness are never stored: they follow from the deadline, the progress reports and the day of asking.
 */
package bienban.directive;

/**
 * Where articles come in: extractions that store nothing, articles that become draft meetings, and the evidence that ties both.
 *
 * <p>What reads a text is pure and lies in the packages beside; HTTP and the database are met only here.
 */
package bienban.extraction.desk;

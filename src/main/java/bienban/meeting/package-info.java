/**
 * Sittings of public bodies, and all that was said and decided in them.
 *
 * <p>A meeting is written whole, in one transaction, or not at all. Its directives and observations are records of their own
 * too, with the ids that they have here.
 */
package bienban.meeting;

/**
 * Committees, councils and agencies of a place.
 *
 * <p>A name stands once per place and kind; names are compared without regard to case and to where the tone mark is put.
 */
package bienban.organization;

/**
 * Administrative units: provinces, districts, communes.
 *
 * <p>A place is an identity with a validity, not a name: units are merged, split and renamed, and a record keeps the unit of its
 * day. Its key is the official code.
 */
package bienban.place;

/**
 * The small kernel that every package may use: how requests are read and checked, how lists are paged, how refusals are told.
 *
 * <p>Constants of enumerations are written here and everywhere as they go over the wire ({@code working_session}): Java, JSON,
 * SQL and OpenAPI show one word, and nothing translates between them.
 */
package bienban.shared;

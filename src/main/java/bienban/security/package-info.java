/**
 * Who is calling, and what they may call.
 *
 * <p>Fails closed: an operation that states no rule ({@link bienban.security.Allowed}) is open to nobody, a record without a
 * home lies in no editor's scope, and where no key could be right nothing can be written. What may be done to a record, by its
 * status and place, is told by {@code bienban.record.Rules}.
 */
package bienban.security;

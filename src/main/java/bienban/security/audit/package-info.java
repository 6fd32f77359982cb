/**
 * The record of who did what, for whoever must find out later: one JSON object a line in the log category {@code bienban.audit}.
 * Requests are noted by {@code AuditLog}, what is done without one by whoever does it ({@link bienban.security.audit.Deed}).
 * It holds neither secrets nor bodies nor what was asked for, only names, addresses and results.
 */
package bienban.security.audit;

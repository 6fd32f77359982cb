/**
 * The record of who did what, for whoever must find out later: one JSON object a line in the log category {@code bienban.audit}.
 * It holds neither secrets nor bodies nor what was asked for, only names, addresses and results.
 */
package bienban.security.audit;

/**
 * A ping to whoever wants to know at once that the feed has grown.
 *
 * <p>It carries the position and nothing else, so that nothing can be lost with it, forged in it or learnt from it: what
 * happened is read from the feed. Whatever happens between two pings is one ping.
 */
package bienban.changes.webhook;

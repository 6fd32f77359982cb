/**
 * Whole kinds of record as one download: a copy to start from, which the change feed then keeps up to date.
 *
 * <p>An export is what one transaction saw: PostgreSQL sends it by {@code COPY}, ready line by ready line, and nothing of it
 * is kept here on its way out. It says which position of the feed it belongs to, and ends with what proves that it is whole.
 */
package bienban.exchange.export;

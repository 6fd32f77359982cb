/** Committees, councils and agencies as they are named in prose. */
package bienban.extraction.body;

package bienban.exchange.export;

/**
 * An export that was asked for.
 *
 * @param lastLine whether the content itself ends with what proves that it is whole; the trailers of HTTP tell it always
 * @param coding how it is packed on its way
 */
record Export(Content content, boolean lastLine, Coding coding) {}

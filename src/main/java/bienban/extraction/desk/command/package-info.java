/**
 * The command line: reads a folder of articles into drafts and brings them to a running server.
 *
 * <p>It starts neither Quarkus nor a database; the server is spoken to over its API like any other client would.
 */
package bienban.extraction.desk.command;

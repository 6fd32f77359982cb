/**
 * The PostgreSQL that comes along when no other is configured.
 *
 * <p>{@code quarkus.datasource.jdbc.url} decides: while it holds the placeholder of {@code application.properties}, reading it starts
 * the embedded server; any other value, and nothing here is touched. So dev mode, the packaged service and the tests share one way in,
 * and a build, which never expands placeholders, starts nothing.
 *
 * <p>The programs are driven directly rather than through zonky's {@code EmbeddedPostgres}, which trusts every local connection; only
 * its archives are used. What a server keeps lies in {@code bienban.database.directory}: {@code data}, {@code log}, {@code passwords}
 * (first line {@code postgres}, second line {@code bienban}, who owns the tables, and {@code bienban_app}, who works) and {@code binaries}. One JVM holds the directory at a time.
 */
package bienban.database;

package bienban.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** The one server that this JVM runs in a directory, whatever class loader asks for it. */
final class EmbeddedServer {
    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);

    private EmbeddedServer() {}

    /** How the service reaches its database. */
    record Access(String url, String username, String password) {}

    /** Starts the server in the directory unless it runs already. */
    static Access in(DataDirectory directory) {
        // A live reload and every test profile bring a new copy of this class; these properties and this lock they all
        // share.
        var memory = "bienban.database.port of " + directory.root();
        synchronized (Runtime.getRuntime()) {
            try {
                var port = System.getProperty(memory);
                if (port == null) {
                    port = start(directory);
                } else if (!Database.answers(directory, port)) {
                    LOG.warnf(
                            "The embedded PostgreSQL in %s has ended by itself and is started again", directory.root());
                    port = new Cluster(directory, Programs.unpackedIn(directory)).start(port);
                }
                System.setProperty(memory, port);
                return Database.access(directory, port);
            } catch (IOException | SQLException e) {
                throw directory.refused(e.toString(), e);
            }
        }
    }

    private static String start(DataDirectory directory) throws IOException, SQLException {
        var claim = directory.claim();
        try {
            var cluster = new Cluster(directory, Programs.unpackedIn(directory));
            var port = cluster.start();
            var watchdog = new Watchdog(directory, cluster, port);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> end(watchdog, cluster, claim), "embedded-postgresql-end"));
            if (!directory.temporary()) {
                watchdog.start();
            }
            LOG.infof("The embedded PostgreSQL keeps its data in %s", directory.data());
            return port;
        } catch (IOException | SQLException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    /** The hook also keeps the claim from being collected, which would give the directory up. */
    private static void end(Watchdog watchdog, Cluster cluster, FileChannel claim) {
        watchdog.end();
        try (claim) {
            cluster.stop();
        } catch (IOException e) {
            // Nobody is left to be told; the next start deals with what remains.
        }
    }
}

package bienban.database;

import java.io.IOException;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Starts the server again when it has ended by itself, at the address that the service's connections know. */
final class Watchdog extends Thread {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);
    private static final int INTERVAL_MILLISECONDS = 1000;

    private final DataDirectory directory;
    private final Cluster cluster;
    private final String port;
    private boolean ended;

    Watchdog(DataDirectory directory, Cluster cluster, String port) {
        super("embedded-postgresql-watch");
        setDaemon(true);
        this.directory = directory;
        this.cluster = cluster;
        this.port = port;
    }

    @Override
    public void run() {
        while (watch()) {
            try {
                Thread.sleep(INTERVAL_MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Looks once; false when there is nothing more to watch. */
    private synchronized boolean watch() {
        if (ended) {
            return false;
        }
        try {
            if (!cluster.runs() && !Database.answers(directory, port)) {
                LOG.warnf("The embedded PostgreSQL in %s has ended by itself and is started again", directory.root());
                cluster.start(port);
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.errorf("The embedded PostgreSQL does not start again, the next attempt follows: %s", e.getMessage());
        }
        return true;
    }

    /** Returns when no start is under way and none will follow. */
    synchronized void end() {
        ended = true;
    }
}

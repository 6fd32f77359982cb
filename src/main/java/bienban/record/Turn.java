package bienban.record;

import bienban.security.Caller;
import bienban.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;

/**
 * Those who write take turns; those who read never wait. A write takes some ten milliseconds and may reach far (a renamed
 * organization shows in a thousand meetings, a figure is compared with all of its kind), so that finer locks would deadlock,
 * make one new person twice, and leave checks that looked past one another.
 */
@ApplicationScoped
public class Turn {
    private static final int LONGEST_WAIT_SECONDS = 5;
    /** Any number: what all who take turns agree upon. */
    private static final long LOCK = 0x6269656e62616eL;

    /** Within this process writers wait here, without a connection that readers might need. */
    private final Semaphore writers = new Semaphore(1, true);

    private final Session database;
    private final TransactionSynchronizationRegistry transaction;
    private final Caller caller;

    Turn(Session database, TransactionSynchronizationRegistry transaction, Caller caller) {
        this.caller = caller;
        this.database = database;
        this.transaction = transaction;
    }

    /** Waits for the turn and keeps it until the transaction ends. What is written in it bears the caller's name in history. */
    public void take() {
        take(LONGEST_WAIT_SECONDS);
    }

    /** The same for who can wait longer, a job of many records. */
    public void take(int longestWaitSeconds) {
        if (transaction.getResource(Turn.class) != null) {
            return;
        }
        waitForOthers(longestWaitSeconds);
        try {
            transaction.registerInterposedSynchronization(new Release());
            transaction.putResource(Turn.class, this);
        } catch (RuntimeException e) {
            writers.release();
            throw e;
        }
        database.createNativeQuery(
                        "select set_config('bienban.actor', :actor, true), cast(pg_advisory_xact_lock(:lock) as text)",
                        Tuple.class)
                .setParameter("lock", LOCK)
                .setParameter("actor", caller.subject())
                .getSingleResult();
    }

    private void waitForOthers(int seconds) {
        try {
            if (!writers.tryAcquire(seconds, TimeUnit.SECONDS)) {
                throw ApiException.busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.busy();
        }
    }

    private final class Release implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            writers.release();
        }
    }
}

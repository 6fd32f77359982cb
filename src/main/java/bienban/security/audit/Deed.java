package bienban.security.audit;

import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * What was done without a request: by a job, a command or for another instance. Whoever does it notes it when it is over.
 *
 * @param subject for whom, as in the history
 * @param operation what, as operations of the API are named
 * @param record the job, key or other record that it is about; null where there is none
 * @param changed how many records, or changes of the feed, it wrote or removed
 */
public record Deed(String subject, String operation, String record, long changed) {
    private static final Logger LOG = Logger.getLogger("bienban.audit");

    public void done() {
        note("done");
    }

    public void note(String outcome) {
        LOG.info(new AuditLine(
                        Instant.now().toString(),
                        "job",
                        outcome,
                        Plain.text(subject),
                        null,
                        null,
                        null,
                        null,
                        operation,
                        null,
                        Plain.text(record),
                        null,
                        changed)
                .json());
    }
}

package bienban.exchange.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What exports may take of the server. */
@ConfigMapping(prefix = "bienban.exports")
interface ExportLimits {
    /** How many run at once; each holds a connection to the database. */
    @WithDefault("4")
    int concurrent();

    /** How long one waits for a client that does not read. */
    @WithDefault("30S")
    Duration patience();

    /** How long one may take in all. */
    @WithDefault("1H")
    Duration longest();
}

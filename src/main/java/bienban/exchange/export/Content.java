package bienban.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;

/** What an export holds. It is asked for before the answer begins, so that it can still be refused, and sent afterwards. */
interface Content {
    Body ask(Snapshot snapshot) throws SQLException;

    interface Body {
        /** Returns how many records were sent. */
        long send(OutputStream out) throws SQLException, IOException;
    }
}

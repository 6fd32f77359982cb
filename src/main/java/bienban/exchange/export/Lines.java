package bienban.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** Lines as the database writes them; it sends one row in each message. */
final class Lines implements Content {
    private static final byte[] RETURN_AND_FEED = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private final String copy;
    private final boolean table;

    private Lines(String copy, boolean table) {
        this.copy = copy;
        this.table = table;
    }

    /** Quote and delimiter are control characters, which JSON never holds as they are: nothing is ever quoted or escaped. */
    static Lines ofJson(String select) {
        return new Lines(
                "copy (" + select + ") to stdout (format csv, quote E'\\x01', delimiter E'\\x02', encoding 'UTF8')",
                false);
    }

    /** A table by RFC 4180, with a line that names the columns. */
    static Lines ofTable(String select) {
        return new Lines("copy (" + select + ") to stdout (format csv, header, encoding 'UTF8')", true);
    }

    @Override
    public Body ask(Snapshot snapshot) throws SQLException {
        snapshot.copy(copy);
        return table ? out -> table(snapshot, out) : out -> lines(snapshot, out);
    }

    private static long lines(Snapshot snapshot, OutputStream out) throws SQLException, IOException {
        var rows = 0L;
        for (var row = snapshot.nextRow(); row != null; row = snapshot.nextRow()) {
            out.write(row);
            rows++;
        }
        return rows;
    }

    /** The database ends lines by a line feed alone; one within a quoted cell stays as it is. */
    private static long table(Snapshot snapshot, OutputStream out) throws SQLException, IOException {
        var rows = -1L;
        for (var row = snapshot.nextRow(); row != null; row = snapshot.nextRow()) {
            out.write(row, 0, row.length - 1);
            out.write(RETURN_AND_FEED);
            rows++;
        }
        return rows;
    }
}

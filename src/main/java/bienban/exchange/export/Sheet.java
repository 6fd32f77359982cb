package bienban.exchange.export;

import bienban.shared.ApiException;
import bienban.shared.Label;
import bienban.shared.Messages;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook of one sheet, for people in offices. */
final class Sheet implements Content {
    /** One row names the columns. */
    private static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

    /** Spreadsheets calculate in binary floating point, which holds any fifteen digits and not all sixteen. */
    private static final int EXACT_DIGITS = 15;

    private static final int ROWS_AT_ONCE = 500;

    private final Label name;
    private final Locale language;
    private final String select;

    /** @param select one of the tables that are exported as CSV */
    Sheet(Label name, Locale language, String select) {
        this.name = name;
        this.language = language;
        this.select = select;
    }

    @Override
    public Body ask(Snapshot snapshot) throws SQLException {
        try (var count = snapshot.rows("select count(*) from (" + select + " limit " + (MOST_ROWS + 1) + ") x")) {
            count.next();
            if (count.getInt(1) > MOST_ROWS) {
                throw ApiException.tooManyRows(MOST_ROWS);
            }
        }
        return out -> send(snapshot, out);
    }

    private long send(Snapshot snapshot, OutputStream out) throws SQLException, IOException {
        try (var rows = snapshot.rows(select);
                var book = new Workbook(new Unclosed(out), "bienban", null);
                var sheet = book.newWorksheet(Locale.ENGLISH.equals(language) ? name.en() : name.vi())) {
            sheet.freezePane(0, 1);
            var columns = rows.getMetaData().getColumnCount();
            for (int column = 1; column <= columns; column++) {
                sheet.inlineString(0, column - 1, heading(rows.getMetaData().getColumnLabel(column)));
            }
            var row = 0;
            while (rows.next()) {
                row++;
                for (int column = 1; column <= columns; column++) {
                    fill(sheet, row, column - 1, rows, column);
                }
                if (row % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
            return row;
        }
    }

    private String heading(String column) {
        return Messages.text(language, "column." + column, List.of());
    }

    /** Text is never a formula here, so that the apostrophe that guards it in CSV is taken off again. */
    private static void fill(Worksheet sheet, int row, int cell, ResultSet rows, int column) throws SQLException {
        var value = rows.getObject(column);
        if (value instanceof BigDecimal number && number.stripTrailingZeros().precision() > EXACT_DIGITS) {
            sheet.inlineString(row, cell, number.toPlainString());
        } else if (value instanceof Number number) {
            sheet.value(row, cell, number);
        } else if (value != null) {
            var text = value.toString();
            sheet.inlineString(row, cell, text.startsWith("'") ? text.substring(1) : text);
        }
    }

    /** A workbook closes what it is written to; here more follows. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

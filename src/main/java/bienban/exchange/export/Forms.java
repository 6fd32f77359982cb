package bienban.exchange.export;

/** The words that the operations share. */
final class Forms {
    static final String OF_ALL =
            " One snapshot, in the order of the ids; published records, unless `status` asks for others; filtered as the list is. A copy is the export and then the changes since `Feed-Cursor`. NDJSON: the very document of each record, one a line; the last line, `{\"trailer\":{\"rows\":…,\"sha256\":\"…\",\"cursor\":\"…\"}}`, tells the number of records and the SHA-256 of all bytes before it. CSV: RFC 4180, UTF-8, one line of headings; text that a spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe in front; the HTTP trailers `Row-Count` and `Content-SHA256` tell the number of records and the sum of all bytes, as they do for NDJSON. A download without its trailer is broken. Columns of the CSV: ";
    static final String FORM = "`ndjson` or `csv`";
    static final String AFTER =
            "Go on behind this id, the last one that a broken download brought. What follows is another snapshot; the changes are then to be had from the `Feed-Cursor` of the first part";

    private Forms() {}
}

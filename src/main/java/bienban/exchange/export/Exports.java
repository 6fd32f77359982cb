package bienban.exchange.export;

import bienban.record.Listing;
import bienban.security.Caller;
import bienban.security.Scope;
import bienban.shared.Messages;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;

/** Answers with all records of a list, as a file. */
@Singleton
class Exports {
    static final String CURSOR = "Feed-Cursor";
    static final String JSON_LINES = "application/x-ndjson";
    static final String TABLE = "text/csv";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Snapshots snapshots;
    private final HttpHeaders headers;
    private final Request request;
    private final Caller caller;
    private final CurrentVertxRequest call;

    Exports(Snapshots snapshots, HttpHeaders headers, Request request, Caller caller, CurrentVertxRequest call) {
        this.snapshots = snapshots;
        this.headers = headers;
        this.request = request;
        this.caller = caller;
        this.call = call;
    }

    /** Published records, so that everyone's export is the same; others for editors who ask for them. */
    Scope scope(boolean asksForUnpublished) {
        if (asksForUnpublished) {
            caller.mustSeeDrafts();
        }
        return asksForUnpublished ? caller.scope() : Scope.NOTHING;
    }

    /** @param after the key behind which to go on, or null */
    Response file(ExportForm form, Listing listing, Object after) {
        var coding = Coding.best(
                headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING),
                call.getCurrent().request().version());
        return switch (form) {
            case ndjson ->
                answer(
                        listing,
                        "ndjson",
                        JSON_LINES,
                        new Export(Lines.ofJson(select(listing, "r.document", "", after)), true, coding));
            case csv ->
                answer(
                        listing,
                        "csv",
                        TABLE + "; charset=utf-8; header=present",
                        new Export(Lines.ofTable(table(listing, after)), false, coding));
        };
    }

    /** A workbook is packed by itself. */
    Response workbook(Listing listing, Object after) {
        var language = Messages.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        var sheet = new Sheet(listing.kind().label(), language, table(listing, after));
        return answer(listing, "xlsx", WORKBOOK, new Export(sheet, false, Coding.identity));
    }

    private static String table(Listing listing, Object after) {
        return select(listing, Table.COLUMNS, Table.joins(listing.kind()), after);
    }

    private static String select(Listing listing, String columns, String more, Object after) {
        var parameters = new HashMap<>(listing.parameters());
        parameters.put("after", after);
        return Literals.inline(listing.inKeyOrderSql(columns, more, after != null), parameters);
    }

    private Response answer(Listing listing, String ending, String type, Export export) {
        var answer = Response.ok(export)
                .type(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + listing.kind().plural() + "." + ending + "\"")
                .header(HttpHeaders.VARY, "Authorization, Accept-Encoding, Accept-Language")
                .header("Trailer", "Row-Count, Content-SHA256");
        if (request.getMethod().equals("HEAD")) {
            answer.header(CURSOR, snapshots.cursor());
            export.coding().tell(call.getCurrent().response());
        }
        return answer.build();
    }
}

package bienban.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What exports answer with. */
final class Files {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Files() {}

    static APIResponse answer(String operationId) {
        var content = OASFactory.createContent();
        if (operationId.endsWith("Workbook")) {
            content.addMediaType(WORKBOOK, OASFactory.createMediaType().schema(text().format("binary")));
        } else {
            content.addMediaType(
                    "application/x-ndjson", form("One JSON record a line; the trailer is the last line", """
                            {"id":"01900f5e-2a00-7c3e-9d6a-000000000010","version":1,"status":"published"}
                            {"trailer":{"rows":1,"sha256":"bf7a6f2b2f6ea3d7a9bd9eafee9e2db4cd0dcd8e6d6d1bd8b4ab44cc8fb6d1f5","cursor":"AQ…"}}
                            """));
            content.addMediaType(
                    "text/csv",
                    form(
                            "One line of headings, then one line a record",
                            "id,version,updatedAt\r\n01900f5e-2a00-7c3e-9d6a-000000000010,1,2026-11-20T02:10:00.000Z\r\n"));
        }
        return OASFactory.createAPIResponse()
                .description(
                        "All of it, in chunks. A connection that ends without the last chunk has brought a part only")
                .content(content)
                .addHeader(
                        "Feed-Cursor",
                        header("Where the change feed goes on from this snapshot: `since` of `/v1/changes`"))
                .addHeader("Content-Disposition", header("A name for the file"))
                .addHeader("Content-Encoding", header("`zstd` or `gzip` where `Accept-Encoding` asks for it"))
                .addHeader("Trailer", header("`Row-Count, Content-SHA256`: what HTTP tells behind the last chunk"));
    }

    private static MediaType form(String description, String example) {
        return OASFactory.createMediaType()
                .schema(text().description(description))
                .example(example);
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}

package bienban.history;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One operation of a JSON Patch. */
@Schema(name = "PatchOperation", description = "One operation of a JSON Patch (RFC 6902)")
record PatchOperation(
        @Schema(
                required = true,
                enumeration = {"add", "remove", "replace", "move", "copy", "test"})
        String op,

        @Schema(required = true, description = "JSON pointer into the document", examples = "/directives/0/dueOn")
        String path,

        @Schema(description = "JSON pointer; with `move` and `copy` only")
        String from,

        @Schema(description = "Any JSON; with `add`, `replace` and `test` only")
        Object value) {}

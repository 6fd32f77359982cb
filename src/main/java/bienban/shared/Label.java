package bienban.shared;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same words in Vietnamese and in English. */
@Schema(description = "The same words in Vietnamese and in English")
public record Label(
        @Schema(examples = "Hội nghị giao ban") String vi,
        @Schema(examples = "Briefing") String en) {}

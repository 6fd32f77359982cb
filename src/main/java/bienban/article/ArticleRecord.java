package bienban.article;

import bienban.place.PlaceRef;
import bienban.record.LifeStatus;
import bienban.record.Origin;
import bienban.record.RecordStatus;
import bienban.record.Retraction;
import bienban.shared.Input;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source article as it is answered and replaced. */
@Schema(name = "Article", description = "A source article: where it was published, and its text")
public record ArticleRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000040")
        UUID id,

        @Schema(readOnly = true, description = "Grows by one with every change of content", examples = "3")
        Integer version,

        @Schema(
                description =
                        "What is new is a draft where its writer may not publish; it stays as it is unless stated")
        LifeStatus status,

        @Schema(readOnly = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When the content last changed", examples = "2026-11-21T03:00:00.000Z")
        Instant updatedAt,

        @Schema(readOnly = true) Origin origin,

        @Valid
        @Schema(description = "Why it was taken back: needed with the status `retracted`, without meaning with another")
        Retraction retraction,

        @NotBlank
        @Size(max = 500)
        @Schema(required = true, examples = "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ thị xã Kinh Môn khóa 25")
        String title,

        @Size(max = 2000) @Pattern(regexp = "https?://\\S+") @Schema(description = "Where it was published")
        String url,

        @Size(min = 1, max = 300) @Schema(examples = "Cổng thông tin điện tử thị xã Kinh Môn")
        String publisher,

        @Size(max = 20) @Schema(required = true) List<@NotNull @NotBlank @Size(max = 100) String> authors,

        @Pattern(regexp = ArticleRef.DATE)
        @Schema(
                description = "ISO 8601, a date or a date with time and offset, as stated",
                examples = "2022-07-14T10:19:00+07:00")
        String publishedAt,

        @Valid
        @Schema(
                description =
                        "The place whose office keeps the record; it stays as it is unless stated. An article without one is kept by administrators")
        PlaceRef place,

        @Schema(readOnly = true, description = "SHA-256 of the text, hexadecimal")
        String textHash,

        @Schema(description = "The canonical text, NFC; offsets of evidence count its code points")
        String text,

        @Schema(
                writeOnly = true,
                description = "In place of `text`: the page, of which the text is taken. Never answered")
        String html,

        @Schema(readOnly = true, description = "The meetings it is a source of; drafts for editors only")
        List<Reported> meetings,

        @Schema(readOnly = true, description = "Which spans of the text support which fields of those meetings")
        List<Span> evidence,

        @Schema(
                readOnly = true,
                description =
                        "Only in the answer to a replacement: evidence that was removed, for its words are not in the new text, or it is not sure where")
        List<Lost> warnings)
        implements Input {

    @AssertTrue(message = "text_or_html")
    @Schema(hidden = true)
    public boolean isOneText() {
        return text == null || html == null;
    }

    /** A meeting that the article reports. */
    @Schema(name = "ArticleMeeting", description = "A meeting that the article reports")
    public record Reported(
            @Schema(required = true) UUID id,
            @Schema(required = true) String title,
            @Schema(examples = "2022-07-13") String heldOn,
            @Schema(required = true) RecordStatus status) {}

    /** A span that supports a field. */
    @Schema(name = "ArticleEvidence", description = "A span of the text that supports a field of a meeting")
    public record Span(
            @Schema(required = true, description = "Id of the meeting")
            UUID meeting,

            @Schema(required = true, description = "JSON pointer into the meeting", examples = "/observations/0")
            String pointer,

            @Schema(required = true, description = "First code point of the span")
            Integer start,

            @Schema(required = true, description = "The code point after the span")
            Integer end,

            @Schema(required = true, description = "The span itself")
            String quote,

            @Schema(description = "How sure the reading is, 0 to 1", examples = "0.95")
            BigDecimal confidence) {}

    /** Evidence that the new text no longer holds. */
    @Schema(name = "LostEvidence", description = "Evidence that was removed because the new text does not hold it")
    public record Lost(
            @Schema(required = true, description = "Id of the meeting")
            UUID meeting,

            @Schema(required = true, description = "JSON pointer into the meeting", examples = "/observations/0")
            String pointer,

            @Schema(required = true, examples = "evidence_lost")
            String code,

            @Schema(required = true, description = "The words that were pointed at")
            String quote,

            @Schema(required = true, description = "What happened, in the language asked for")
            String detail) {}
}

package bienban.article;

import bienban.record.RecordStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source article as it is answered. */
@Schema(name = "Article", description = "A source article: where it was published, and its text")
public record ArticleRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000040")
        UUID id,

        @Schema(readOnly = true, description = "Grows by one with every change of content", examples = "3")
        Integer version,

        @Schema(readOnly = true) RecordStatus status,

        @Schema(readOnly = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When the content last changed", examples = "2026-11-21T03:00:00.000Z")
        Instant updatedAt,

        @Schema(required = true, examples = "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ thị xã Kinh Môn khóa 25")
        String title,

        @Schema(description = "Where it was published") String url,

        @Schema(examples = "Cổng thông tin điện tử thị xã Kinh Môn")
        String publisher,

        @Schema(required = true) List<String> authors,

        @Schema(
                description = "ISO 8601, a date or a date with time and offset, as stated",
                examples = "2022-07-14T10:19:00+07:00")
        String publishedAt,

        @Schema(description = "SHA-256 of the text, hexadecimal")
        String textHash,

        @Schema(description = "The canonical text, NFC; offsets of evidence count its code points")
        String text) {}

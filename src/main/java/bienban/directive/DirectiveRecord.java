package bienban.directive;

import bienban.directive.DirectiveInput.Addressee;
import bienban.directive.DirectiveInput.Basis;
import bienban.directive.DirectiveInput.Issuer;
import bienban.place.PlaceRef;
import bienban.record.Origin;
import bienban.record.RecordStatus;
import bienban.record.Retraction;
import bienban.shared.Input;
import bienban.shared.PartialDate;
import bienban.shared.Topic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A directive as it is answered and corrected on its own. */
@Schema(
        name = "Directive",
        description = "An instruction given at a meeting: issuer, addressees, text, legal basis, deadline, follow-up")
public record DirectiveRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-000000000020")
        UUID id,

        @Schema(readOnly = true, description = "Grows by one with every change of content", examples = "3")
        Integer version,

        @Schema(readOnly = true, description = "That of its meeting")
        RecordStatus status,

        @Schema(readOnly = true, examples = "2026-11-20T02:10:00.000Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "When the content last changed", examples = "2026-11-21T03:00:00.000Z")
        Instant updatedAt,

        @Schema(readOnly = true) Origin origin,
        @Schema(readOnly = true) Retraction retraction,

        @Schema(readOnly = true, description = "The meeting at which it was given")
        OfMeeting meeting,

        @Schema(readOnly = true, description = "The place of its meeting")
        PlaceRef place,

        @Min(1) @Max(10000) @Schema(description = "Number in the meeting; stays unless stated", examples = "1")
        Integer ordinal,

        @NotBlank
        @Size(max = 10000)
        @Schema(required = true, examples = "Đẩy nhanh tiến độ giải phóng mặt bằng các dự án trọng điểm.")
        String text,

        @Valid Issuer issuer,
        @Size(max = 100) List<@NotNull @Valid Addressee> addressees,

        @Size(max = 100) @Schema(description = "What it rests on")
        List<@NotNull @Valid Basis> legalBasis,

        @PartialDate
        @Schema(description = "Deadline, with the precision stated; it ends with its last day", examples = "2022-12")
        String dueOn,

        @Size(min = 1, max = 300) @Schema(description = "Deadline as worded", examples = "6 tháng cuối năm")
        String dueText,

        @Size(max = 20) List<@NotNull Topic> topics,

        @Schema(readOnly = true, description = "The progress reports, earliest first; in lists with `include=updates`")
        List<ProgressReport> updates,

        @Schema(readOnly = true) DirectiveInput.Progress progress)
        implements Input {

    /** The part that its meeting states. */
    DirectiveInput stated(UUID keptId, int keptOrdinal) {
        return new DirectiveInput(
                keptId,
                ordinal == null ? keptOrdinal : ordinal,
                text,
                issuer,
                addressees,
                legalBasis,
                dueOn,
                dueText,
                topics,
                null);
    }

    /** The meeting at which it was given. */
    @Schema(name = "MeetingReference", description = "The meeting that a record belongs to")
    public record OfMeeting(
            @Schema(required = true, examples = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
            UUID id,

            @Schema(required = true, examples = "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ thị xã Kinh Môn khóa 25")
            String title,

            @Schema(description = "With the precision stated", examples = "2022-07-13")
            String heldOn) {}
}

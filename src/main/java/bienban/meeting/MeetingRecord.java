package bienban.meeting;

import bienban.article.ArticleRef;
import bienban.directive.DirectiveInput;
import bienban.document.DocumentRef;
import bienban.indicator.ObservationInput;
import bienban.organization.OrganizationRef;
import bienban.place.PlaceRef;
import bienban.record.LifeStatus;
import bienban.record.Origin;
import bienban.record.Retraction;
import bienban.shared.Input;
import bienban.shared.PartialDate;
import bienban.shared.Period;
import bienban.shared.Topic;
import bienban.speaker.ParticipantRole;
import bienban.speaker.SpeakerRef;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as it is answered and written. */
@Schema(name = "Meeting", description = "One sitting of one or more bodies, with all that was said and decided")
public record MeetingRecord(
        @Schema(readOnly = true, description = "UUIDv7", examples = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
        UUID id,

        @Schema(readOnly = true, description = "Grows by one with every change of content", examples = "3")
        Integer version,

        @Schema(description = "A new meeting is a draft unless it says `published`", defaultValue = "draft")
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

        @NotNull @Schema(required = true) MeetingKind kind,

        @Schema(description = "A plenary with further invited members (mở rộng)")
        Boolean extended,

        @Min(1) @Max(10000) @Schema(description = "The meeting's number", examples = "9")
        Integer ordinal,

        @Valid Term term,

        @PartialDate
        @Schema(
                description = "ISO 8601 with the precision stated: day, month or year; absent when not stated",
                examples = "2022-07-13")
        String heldOn,

        DayPart dayPart,
        MeetingMode mode,

        @Size(max = 200) @Schema(description = "Number or names of places linked online, as stated")
        List<@NotBlank @Size(max = 300) String> onlineLinks,

        @Valid @Schema(description = "The body that held it")
        OrganizationRef host,

        @NotNull @Valid @Schema(required = true) PlaceRef place,

        @Size(max = 200) @Schema(description = "The bodies it was held with")
        List<@NotNull @Valid OrganizationRef> counterparts,

        @Period @Schema(description = "The period under review, ISO 8601 / EDTF level 0", examples = "2022-01/2022-06")
        String reviewPeriod,

        @Size(max = 500) List<@NotNull @Valid Participation> participations,
        @Size(max = 1000) List<@NotNull @Valid ObservationInput> observations,
        @Size(max = 500) List<@NotNull @Valid Finding> findings,
        @Size(max = 200) List<@NotNull @Valid Decision> decisions,
        @Size(max = 500) List<@NotNull @Valid DirectiveInput> directives,
        @Size(max = 200) List<@NotNull @Valid Proposal> proposals,

        @Size(max = 200) @Schema(description = "Documents that the report cites")
        List<@NotNull @Valid DocumentRef> documents,

        @Size(max = 200) List<@NotNull @Valid Media> media,

        @Size(max = 20) @Schema(description = "The articles it was read from")
        List<@NotNull @Valid ArticleRef> sources,

        @Size(max = 5000) @Schema(description = "Which span of which article supports which field")
        List<@NotNull @Valid Evidence> evidence)
        implements Input {

    /** The term of the body that met. */
    @Schema(name = "Term", description = "The term of the body that met")
    public record Term(
            @Size(min = 1, max = 20) @Schema(examples = "25")
            String number,

            @Period @Schema(description = "From year to year", examples = "2020/2025")
            String years) {}

    /** One person or group that took part. */
    @Schema(
            name = "Participation",
            description = "A person, or a group without names, with roles and with the posts held on that day")
    public record Participation(
            @Valid SpeakerRef speaker,

            @Size(min = 1, max = 500)
            @Schema(
                    description = "A body or class of people present without names",
                    examples = "Ủy viên Ban Chấp hành Đảng bộ thị xã")
            String group,

            @NotEmpty @Size(max = 7) @Schema(required = true)
            List<@NotNull ParticipantRole> roles,

            @Size(max = 20) @Schema(description = "As stated in this report", examples = "[\"Bí thư Thị ủy\"]")
            List<@NotBlank @Size(max = 300) String> posts) {

        @AssertTrue(message = "speaker_or_group")
        @Schema(hidden = true)
        public boolean isOne() {
            return (speaker == null) != (group == null);
        }
    }

    /** A result, a limitation or a cause. */
    @Schema(name = "Finding", description = "A result, limitation or cause noted for the period under review")
    public record Finding(
            @NotNull @Schema(required = true) FindingKind kind,

            @NotBlank @Size(max = 10000) @Schema(required = true)
            String text,

            @Size(max = 20) List<@NotNull Topic> topics) {}

    /** What was voted on. */
    @Schema(name = "Decision", description = "What a body voted or adopted")
    public record Decision(
            @NotBlank @Size(max = 10000) @Schema(required = true)
            String text,

            @NotNull @Schema(required = true) DecisionOutcome outcome,

            @Size(max = 100) @Schema(description = "Seats per bloc, where the decision sets them")
            List<@NotNull @Valid Seats> composition) {}

    /** Seats of one bloc. */
    @Schema(name = "Seats", description = "How many seats a bloc has")
    public record Seats(
            @NotBlank @Size(max = 300) @Schema(required = true, examples = "Khối Đảng")
            String bloc,

            @NotNull @Min(0) @Max(100000) @Schema(required = true, examples = "11")
            Integer seats) {}

    /** A request from below, with its answer. */
    @Schema(name = "Proposal", description = "A request from a subordinate body, with its answer")
    public record Proposal(
            @NotBlank @Size(max = 10000) @Schema(required = true)
            String text,

            @Size(min = 1, max = 300) @Schema(description = "Who made it, as named")
            String proposer,

            @Size(min = 1, max = 10000) String answer,

            @Size(min = 1, max = 300) @Schema(description = "Who answered, as named")
            String answeredBy,

            @Size(max = 20) List<@NotNull Topic> topics) {}

    /** A photo, a video or a file that goes with the report. */
    @Schema(name = "Media", description = "A photo, a video or a file that goes with the report")
    public record Media(
            @NotNull @Schema(required = true) MediaKind kind,

            @Size(min = 1, max = 1000) @Schema(examples = "Toàn cảnh hội nghị")
            String caption,

            @Size(max = 2000) @Pattern(regexp = "https?://\\S+")
            String url) {}

    /** The span that supports a field. */
    @Schema(name = "Evidence", description = "The exact span of a source text that supports a field of this meeting")
    public record Evidence(
            @NotBlank
            @Size(max = 300)
            @Pattern(regexp = "(/[^/]+)+")
            @Schema(required = true, description = "JSON pointer into this meeting", examples = "/observations/0")
            String pointer,

            @NotNull @Schema(required = true, description = "Id of the article")
            UUID article,

            @NotNull
            @Min(0)
            @Schema(required = true, description = "First code point of the span in the article's text")
            Integer start,

            @NotNull @Min(1) @Schema(required = true, description = "The code point after the span")
            Integer end,

            @NotBlank @Size(max = 5000) @Schema(required = true, description = "The span itself")
            String quote,

            @DecimalMin("0") @DecimalMax("1") @Schema(description = "How sure the reading is, 0 to 1")
            BigDecimal confidence) {

        @AssertTrue(message = "span_backwards")
        @Schema(hidden = true)
        public boolean isForward() {
            return start == null || end == null || start < end;
        }
    }
}

package bienban.directive;

import bienban.document.DocumentType;
import bienban.shared.PartialDate;
import bienban.shared.Topic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A directive as a meeting states it. */
@Schema(name = "MeetingDirective", description = "An instruction given at a meeting, as part of it")
public record DirectiveInput(
        @Schema(
                description = "UUIDv7; given back to keep a directive's identity",
                examples = "01900f5e-2a00-7c3e-9d6a-000000000020")
        UUID id,

        @Min(1) @Max(10000) @Schema(description = "Number in the meeting; its position unless stated", examples = "1")
        Integer ordinal,

        @NotBlank @Size(max = 10000) @Schema(required = true)
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
        @Schema(readOnly = true) Progress progress) {

    /** The same with an id and a number. */
    public DirectiveInput numbered(UUID itsId, int itsOrdinal) {
        return new DirectiveInput(
                itsId, itsOrdinal, text, issuer, addressees, legalBasis, dueOn, dueText, topics, progress);
    }

    /** Who gave it. */
    @Schema(
            name = "DirectiveIssuer",
            description = "Who gave a directive: a person unless `type` says otherwise; by id, or by name")
    public record Issuer(
            @Schema(defaultValue = "speaker") IssuerType type,

            @Schema(examples = "01900f5e-2a00-7c3e-9d6a-000000000002")
            UUID id,

            @Size(min = 1, max = 300) @Schema(examples = "Sái Thị Yến")
            String name) {}

    /** To whom it was given. */
    @Schema(name = "DirectiveAddressee", description = "To whom a directive was given")
    public record Addressee(
            @NotBlank @Size(max = 500) @Schema(required = true, examples = "Ủy ban nhân dân các phường, xã")
            String name,

            @Schema(defaultValue = "lead") AddresseeRole role,

            @Schema(description = "Id of the organization, where it is known")
            UUID organization) {}

    /** What it rests on. */
    @Schema(
            name = "DirectiveBasis",
            description =
                    "What a directive rests on: a document by id, or by type, number and issuer, or only its words")
    public record Basis(
            UUID id,
            DocumentType type,
            @Size(min = 1, max = 60) String number,
            @Size(min = 1, max = 300) String issuer,

            @Size(min = 1, max = 1000) @Schema(examples = "Nghị quyết 09 của Ban Chấp hành Đảng bộ thị xã")
            String text) {}

    /** State and timeliness on a day. */
    @Schema(
            name = "DirectiveProgressState",
            description =
                    "State and timeliness on a day, as Decision 42/2014/QĐ-TTg (amended by 23/2018/QĐ-TTg) sorts tasks. Never stored: computed at every answer")
    public record Progress(
            @Schema(required = true) DirectiveState state,
            @Schema(required = true) Timeliness timeliness,

            @Schema(required = true, description = "The day it was computed for", examples = "2026-11-22")
            LocalDate asOf,

            @Schema(description = "Day of the report of completion")
            LocalDate completedOn,

            @Schema(description = "Days past the deadline, when late or overdue")
            Integer daysLate,

            @Schema(required = true, description = "Number of progress reports", examples = "0")
            Integer updates) {}
}

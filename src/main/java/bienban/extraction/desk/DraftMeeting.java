package bienban.extraction.desk;

import bienban.article.ArticleRef;
import bienban.directive.DirectiveInput;
import bienban.document.DocumentRef;
import bienban.indicator.Comparator;
import bienban.indicator.Flag;
import bienban.indicator.ObservationKind;
import bienban.meeting.DayPart;
import bienban.meeting.MeetingKind;
import bienban.meeting.MeetingMode;
import bienban.meeting.MeetingRecord;
import bienban.organization.OrganizationRef;
import bienban.place.PlaceLevel;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as it was read from a text. */
@Schema(
        name = "DraftMeeting",
        description =
                "A meeting as it was read from a text: the members of a meeting, but with names where a recorded meeting has references. People, organizations and documents bear no ids, places no codes; a part's `parent` is a pointer such as `/observations/0`. What the text does not state is absent")
public record DraftMeeting(
        @Schema(examples = "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ thị xã Kinh Môn khóa 25")
        String title,

        @Schema(description = "`other` when the text reports no sitting")
        MeetingKind kind,

        Boolean extended,
        Integer ordinal,
        MeetingRecord.Term term,

        @Schema(description = "With the precision stated", examples = "2022-07-13")
        String heldOn,

        DayPart dayPart,
        MeetingMode mode,
        List<String> onlineLinks,
        OrganizationRef host,

        @Schema(description = "The place whose body met, as named; `POST /v1/articles` finds its code")
        NamedPlace place,

        List<OrganizationRef> counterparts,
        String reviewPeriod,
        List<MeetingRecord.Participation> participations,
        List<Figure> observations,
        List<MeetingRecord.Finding> findings,
        List<MeetingRecord.Decision> decisions,
        List<DirectiveInput> directives,
        List<MeetingRecord.Proposal> proposals,
        List<DocumentRef> documents,
        List<MeetingRecord.Media> media,
        List<ArticleRef> sources) {

    /** A place by its name. */
    @Schema(name = "NamedPlace", description = "A place as a text names it")
    public record NamedPlace(
            @Schema(required = true, examples = "Thị xã Kinh Môn")
            String name,

            @Schema(description = "Where the words tell it") PlaceLevel level) {}

    /** A figure as it was read. */
    @Schema(
            name = "DraftObservation",
            description = "One stated value as it was read; the members mean what they mean in a meeting")
    public record Figure(
            @Schema(examples = "production_value") String indicator,

            @Schema(required = true, examples = "Tổng giá trị sản xuất")
            String label,

            BigDecimal value,
            @Schema(examples = "VND") String unit,
            @Schema(examples = "9") Integer unitMultiplier,
            BigDecimal normalizedValue,
            @Schema(examples = "tỷ đồng") String unitLabel,
            Comparator comparator,
            Boolean estimated,
            ObservationKind kind,
            @Schema(examples = "2022-01/2022-06") String period,
            BigDecimal planShare,

            @Schema(description = "What the plan share is measured by, as worded", examples = "dự toán")
            String planShareText,

            BigDecimal yearOnYear,
            BigDecimal yearOnYearAbsolute,
            BigDecimal yearOnYearFactor,
            BigDecimal whole,
            BigDecimal share,

            @Schema(description = "The figure it is a part of", examples = "/observations/0")
            String parent,

            BigDecimal rangeTo,

            @Schema(description = "The place it is about, where that is not the meeting's")
            NamedPlace place,

            List<Flag> flags,
            @Schema(description = "The words of the report") String raw) {}
}

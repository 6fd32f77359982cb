package bienban.speaker;

import bienban.organization.OrganizationRef;
import bienban.place.PlaceRef;
import bienban.record.LifeStatus;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A meeting as the list of a person's meetings shows it. */
@Schema(
        name = "SpeakerMeeting",
        description = "A meeting in which a person took part, with the roles and posts that they had at it")
record SpeakerMeeting(
        @Schema(required = true, examples = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
        UUID id,

        @Schema(required = true) LifeStatus status,

        @Schema(required = true, examples = "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ thị xã Kinh Môn khóa 25")
        String title,

        @Schema(required = true, description = "The sort of sitting", examples = "committee_conference")
        String kind,

        @Schema(description = "With the precision stated", examples = "2022-07-13")
        String heldOn,

        OrganizationRef host,
        @Schema(required = true) PlaceRef place,
        @Schema(required = true) List<ParticipantRole> roles,

        @Schema(required = true, description = "As stated at that meeting", examples = "[\"Bí thư Thị ủy\"]")
        List<String> posts) {}

package bienban.indicator;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The meeting that states a figure. */
@Schema(name = "SourceMeeting", description = "The meeting that states a figure")
public record SourceMeeting(
        @Schema(examples = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10")
        UUID id,

        @Schema(examples = "Hội nghị lần thứ 9 Ban Chấp hành Đảng bộ thị xã Kinh Môn khóa 25")
        String title,

        @Schema(description = "As precise as it is known", examples = "2022-07-13")
        String heldOn) {}

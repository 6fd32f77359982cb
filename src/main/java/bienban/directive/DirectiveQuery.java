package bienban.directive;

import bienban.place.Within;
import bienban.record.LifeStatus;
import bienban.shared.PartialDate;
import bienban.shared.Topic;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /directives} and its summary can be asked; an absent part is no restriction. */
public record DirectiveQuery(
        @Parameter(
                description = "Id of the person or the organization that gave it",
                example = "01900f5e-2a00-7c3e-9d6a-000000000002")
        @RestQuery
        List<UUID> issuer,

        @Parameter(
                description =
                        "To whom it was given: part of the name (case and diacritics do not matter), or the id of an organization",
                example = "uy ban nhan dan")
        @RestQuery
        List<@Size(min = 1, max = 300) String> addressee,

        @Parameter(description = "What it is about") @RestQuery
        List<Topic> topic,

        @Parameter(description = "Id of a document that it rests on", example = "01900f5e-2a00-7c3e-9d6a-000000000030")
        @RestQuery
        List<UUID> document,

        @Parameter(description = "Code of the place of its meeting", example = "292") @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches") @RestQuery
        Within within,

        @Parameter(description = "Id of its meeting", example = "01900f5e-2a00-7c3e-9d6a-6f1d2b7c4e10") @RestQuery
        List<UUID> meeting,

        @Parameter(description = "How far it has been carried out on the day of `asOf`") @RestQuery
        List<DirectiveState> state,

        @Parameter(description = "Completion against the deadline on the day of `asOf`") @RestQuery
        List<Timeliness> timeliness,

        @Parameter(
                description =
                        "Due on this date or later: `2022`, `2022-12` or `2022-12-31`. A deadline of which only the month is stated covers every day of it",
                example = "2022-07")
        @RestQuery
        @PartialDate
        String dueFrom,

        @Parameter(description = "Due on this date or earlier", example = "2022-12") @RestQuery @PartialDate
        String dueTo,

        @Parameter(description = "Its meeting was held on this date or later", example = "2021") @RestQuery @PartialDate
        String heldFrom,

        @Parameter(description = "Its meeting was held on this date or earlier", example = "2023-06")
        @RestQuery
        @PartialDate
        String heldTo,

        @Parameter(description = "State of the record; other than `published` for editors only") @RestQuery
        List<LifeStatus> status,

        @Parameter(
                description =
                        "The day on which state and timeliness are judged; reports after it do not count. Today in Viet Nam unless stated",
                example = "2022-12-31")
        @RestQuery
        LocalDate asOf) {

    public boolean asksForUnpublished() {
        return status != null && status.stream().anyMatch(s -> s != LifeStatus.published);
    }

    boolean asksForProgress() {
        return (state != null && !state.isEmpty()) || (timeliness != null && !timeliness.isEmpty());
    }
}

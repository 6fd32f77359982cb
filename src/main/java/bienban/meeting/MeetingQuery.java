package bienban.meeting;

import bienban.place.Within;
import bienban.record.LifeStatus;
import bienban.shared.PartialDate;
import bienban.shared.Topic;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /meetings} can be asked; an absent part is no restriction. */
public record MeetingQuery(
        @Parameter(description = "Code of the place", example = "292") @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches") @RestQuery
        Within within,

        @Parameter(description = "Id of the body that held it", example = "01900f5e-2a00-7c3e-9d6a-000000000001")
        @RestQuery
        List<UUID> host,

        @Parameter(description = "Id of a body it was held with") @RestQuery
        List<UUID> counterpart,

        @Parameter(description = "The sort of sitting") @RestQuery
        List<MeetingKind> kind,

        @Parameter(description = "Number of the term of the body that met", example = "25") @RestQuery
        List<@Size(max = 20) String> term,

        @Parameter(
                description =
                        "Held on this date or later: `2021`, `2021-03` or `2021-03-05`. A meeting of which only the year is known fits every day of it",
                example = "2021")
        @RestQuery
        @PartialDate
        String heldFrom,

        @Parameter(description = "Held on this date or earlier", example = "2023-06") @RestQuery @PartialDate
        String heldTo,

        @Parameter(description = "Id of a person who took part", example = "01900f5e-2a00-7c3e-9d6a-000000000002")
        @RestQuery
        List<UUID> speaker,

        @Parameter(
                description = "Id of a document that was cited, or that a directive rests on",
                example = "01900f5e-2a00-7c3e-9d6a-000000000030")
        @RestQuery
        List<UUID> document,

        @Parameter(description = "What a finding or a directive is about") @RestQuery
        List<Topic> topic,

        @Parameter(description = "State of the record; other than `published` for editors only") @RestQuery
        List<LifeStatus> status) {

    public boolean asksForUnpublished() {
        return status != null && status.stream().anyMatch(s -> s != LifeStatus.published);
    }
}

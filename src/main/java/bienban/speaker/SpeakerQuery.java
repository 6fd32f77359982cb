package bienban.speaker;

import bienban.place.Within;
import bienban.record.LifeStatus;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What {@code GET /speakers} can be asked; an absent part is no restriction. */
public record SpeakerQuery(
        @Parameter(description = "Part of the name; case and diacritics do not matter", example = "thi yen")
        @RestQuery
        @Size(min = 1, max = 100)
        String name,

        @Parameter(description = "Code of the place by which people of the same name are told apart", example = "292")
        @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches") @RestQuery
        Within within,

        @Parameter(
                description = "Id of a body: people who took part in a meeting that it held, or that was held with it",
                example = "01900f5e-2a00-7c3e-9d6a-000000000001")
        @RestQuery
        List<UUID> organization,

        @Parameter(
                description = "Part of a post as a meeting states it; case and diacritics do not matter",
                example = "bi thu thi uy")
        @RestQuery
        @Size(min = 1, max = 300)
        String post,

        @Parameter(description = "A role in which they took part in a meeting") @RestQuery
        List<ParticipantRole> role,

        @Parameter(description = "State of the record; other than `published` for editors only") @RestQuery
        List<LifeStatus> status) {

    public boolean asksForUnpublished() {
        return status != null && status.stream().anyMatch(s -> s != LifeStatus.published);
    }
}

package bienban.changes;

import bienban.place.Within;
import bienban.record.RecordKind;
import bienban.shared.ApiException;
import bienban.shared.InputError;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Of what a digest is wanted. */
public record DigestQuery(
        @Parameter(
                description =
                        "Of which type: `meetings`, `speakers`, `directives`, `observations`, `organizations`, `documents`, `places`, `indicators`, `articles`",
                required = true,
                example = "meetings")
        @RestQuery
        String type,

        @Parameter(
                description =
                        "How to group: `place` (the record's own), `month` (of `createdAt`, in UTC), or both with a comma between; one group of all unless stated",
                example = "place,month")
        @RestQuery
        List<String> by,

        @Parameter(
                description =
                        "Code of a place: only what lies there. Records that bear no place, as indicators, are always in",
                example = "30")
        @RestQuery
        List<String> place,

        @Parameter(description = "How far `place` reaches; `subtree` unless stated") @RestQuery
        Within within,

        @Parameter(
                description =
                        "A position of the feed: the state that a copy has that went through the feed up to there. The present unless stated")
        @RestQuery
        String at) {

    /** What a digest can be grouped by. */
    enum Group {
        place,
        month
    }

    RecordKind kind() {
        if (type == null) {
            throw ApiException.invalid(InputError.in("type", "required"));
        }
        var kinds = RecordTypes.read("type", List.of(type));
        if (kinds.size() > 1) {
            throw ApiException.invalid(InputError.in("type", "repeated_parameter"));
        }
        return kinds.get(0);
    }

    Set<Group> groups() {
        var groups = EnumSet.noneOf(Group.class);
        if (by != null) {
            by.stream().flatMap(value -> Arrays.stream(value.split(",", -1))).forEach(name -> groups.add(group(name)));
        }
        return groups;
    }

    private static Group group(String name) {
        return Arrays.stream(Group.values())
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> ApiException.invalid(InputError.in("by", "unknown_name", name, List.of(Group.values()))));
    }
}

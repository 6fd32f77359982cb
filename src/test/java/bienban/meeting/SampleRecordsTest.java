package bienban.meeting;

import static bienban.meeting.SampleReport.items;
import static bienban.meeting.SampleReport.key;
import static bienban.meeting.SampleReport.required;
import static org.assertj.core.api.Assertions.assertThat;

import bienban.directive.DirectiveInput;
import bienban.document.DocumentRef;
import bienban.indicator.Comparator;
import bienban.indicator.Flag;
import bienban.indicator.ObservationInput;
import bienban.meeting.MeetingRecord.Participation;
import bienban.record.LifeStatus;
import bienban.speaker.ParticipantRole;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Validation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample meetings hold every fact that the labels of their reports name, and no figure or person that they do not. */
class SampleRecordsTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Map<String, ParticipantRole> ROLES = Map.of(
            "chair", ParticipantRole.chair,
            "concluder", ParticipantRole.concluding_speaker,
            "attendee", ParticipantRole.attendee);
    private static final Map<String, MeetingKind> KINDS = Map.of(
            "briefing", MeetingKind.briefing,
            "working_session", MeetingKind.working_session,
            "plenary_session", MeetingKind.committee_conference,
            "conference", MeetingKind.conference);

    @ParameterizedTest
    @EnumSource
    void isAPublishedMeetingInItsShape(SampleReport report) {
        var meeting = report.meeting();
        assertThat(meeting.status()).isEqualTo(LifeStatus.published);
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(meeting)).isEmpty();
        }
        assertThat(SampleReport.everyNode(report.tree()))
                .noneMatch(JsonNode::isNull)
                .allMatch(node -> Normalizer.isNormalized(node.asText(), Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatAndWhenTheMeetingWas(SampleReport report) {
        var meeting = report.meeting();
        var label = report.labels().get("meeting");
        assertThat(meeting.heldOn()).isEqualTo(label.get("date").textValue());
        assertThat(Stream.concat(Stream.of(label.get("type")), items(label.path("type_alt")))
                        .map(type -> KINDS.get(type.textValue())))
                .contains(meeting.kind());
        assertThat(key(meeting.host().name())).contains(key(label.get("host_organization")));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryPersonWithPostsAndRoles(SampleReport report) {
        var meeting = report.meeting();
        var speakers = meeting.participations().stream()
                .filter(p -> p.speaker() != null)
                .collect(Collectors.toMap(p -> key(p.speaker().name()), Function.identity()));
        var expected = new HashSet<String>();
        for (var person : required(report.labels().get("people"))) {
            if (person.get("role").textValue().equals("author")) {
                assertThat(meeting.sources().get(0).authors())
                        .contains(person.get("name").textValue());
                continue;
            }
            expected.add(key(person.get("name")));
            assertThat(speakers).containsKey(key(person.get("name")));
            var taken = speakers.get(key(person.get("name")));
            assertThat(taken.posts().stream().map(SampleReport::key))
                    .containsExactlyElementsOf(
                            items(person.get("posts")).map(SampleReport::key).toList());
            assertThat(taken.roles())
                    .containsExactlyInAnyOrderElementsOf(items(person.get("roles"))
                            .map(role -> ROLES.get(role.textValue()))
                            .toList());
        }
        assertThat(speakers.keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void holdsEveryFigureOnceAndNoOther(SampleReport report) {
        var meeting = report.meeting();
        var found = new ArrayList<UUID>();
        for (var label : report.labels().get("indicators")) {
            var name = label.get("name").textValue();
            var figures = meeting.observations().stream()
                    .filter(o -> isTold(label, o, meeting))
                    .map(ObservationInput::id)
                    .toList();
            found.addAll(figures);
            if (name.startsWith("cơ cấu nhân sự")) {
                assertThat(seats(meeting, name.split(": ", 2)[1]))
                        .containsExactly(label.get("value").intValue());
            } else if (!label.path("optional").booleanValue()) {
                assertThat(figures).as(label.toString()).hasSize(1);
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(meeting.observations().stream()
                        .map(ObservationInput::id)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryDirectiveWithItsAddressees(SampleReport report) {
        var directives = report.meeting().directives();
        var labels = items(report.labels().get("directives")).toList();
        assertThat(directives).hasSameSizeAs(labels);
        for (int i = 0; i < labels.size(); i++) {
            var directive = directives.get(i);
            assertThat(directive.ordinal()).isEqualTo(i + 1);
            assertThat(directive.issuer()).isNotNull();
            assertThat(directive.legalBasis())
                    .hasSizeGreaterThanOrEqualTo(
                            labels.get(i).get("legal_basis").size());
            for (var label : labels.get(i).get("addressees")) {
                assertThat(directive.addressees().stream().map(a -> key(a.name())))
                        .anyMatch(
                                name -> name.contains(key(label)) || key(label).contains(name));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void citesEveryDocument(SampleReport report) {
        for (var label : required(report.labels().get("documents"))) {
            assertThat(report.meeting().documents())
                    .filteredOn(document -> isCited(label, document))
                    .as(label.toString())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryPlaceAndFindsItAmongTheFirst(SampleReport report) throws IOException {
        var places = key(Files.readString(MIGRATIONS.resolve("V013__first_places.sql")));
        var text = key(report.meeting().sources().get(0).text());
        for (var label : report.labels().get("units_typed")) {
            assertThat(text).contains(key(label.get("name")));
            assertThat(places).contains("'" + key(label.get("type")) + " " + key(label.get("name")) + "'");
        }
        var place = report.meeting().place();
        assertThat(places).contains("('%s', '%s', '%s'".formatted(place.code(), key(place.name()), place.level()));
    }

    @ParameterizedTest
    @EnumSource
    void quotesItsArticleExactly(SampleReport report) {
        var meeting = report.meeting();
        var source = meeting.sources().get(0);
        var text = source.text().codePoints().toArray();
        var quotes = new HashMap<String, String>();
        for (var evidence : meeting.evidence()) {
            assertThat(evidence.article()).isEqualTo(source.article());
            assertThat(new String(text, evidence.start(), evidence.end() - evidence.start()))
                    .isEqualTo(evidence.quote());
            assertThat(report.tree().at(evidence.pointer()).isMissingNode())
                    .as(evidence.pointer())
                    .isFalse();
            quotes.put(evidence.pointer(), evidence.quote());
        }
        assertThat(quotes).containsKey("/heldOn");
        for (int i = 0; i < meeting.observations().size(); i++) {
            assertThat(quotes)
                    .containsEntry(
                            "/observations/" + i, meeting.observations().get(i).raw());
        }
        for (int i = 0; i < meeting.directives().size(); i++) {
            assertThat(quotes).containsKey("/directives/" + i);
        }
        for (int i = 0; i < meeting.participations().size(); i++) {
            var speaker = meeting.participations().get(i).speaker();
            if (speaker != null) {
                assertThat(quotes.get("/participations/" + i)).contains(speaker.name());
            }
        }
    }

    @Test
    void givesEveryRecordAnIdOfItsOwn() {
        var all = new HashSet<UUID>();
        for (var report : SampleReport.values()) {
            var made = made(report.meeting());
            assertThat(made)
                    .allMatch(id -> id.version() == 7 && id.variant() == 2)
                    .allMatch(all::add)
                    .containsAll(used(report.meeting()));
        }
    }

    private static List<UUID> made(MeetingRecord meeting) {
        return Stream.of(
                        Stream.of(meeting.id(), meeting.host().id()),
                        meeting.counterparts().stream().map(o -> o.id()),
                        meeting.participations().stream()
                                .map(Participation::speaker)
                                .filter(Objects::nonNull)
                                .map(s -> s.id()),
                        meeting.observations().stream().map(ObservationInput::id),
                        meeting.directives().stream().map(DirectiveInput::id),
                        meeting.documents().stream().map(DocumentRef::id),
                        meeting.sources().stream().map(s -> s.article()))
                .flatMap(Function.identity())
                .toList();
    }

    private static List<UUID> used(MeetingRecord meeting) {
        var directives = meeting.directives();
        return Stream.of(
                        meeting.observations().stream()
                                .map(ObservationInput::parent)
                                .filter(Objects::nonNull)
                                .map(UUID::fromString),
                        directives.stream().map(d -> d.issuer().id()),
                        directives.stream().flatMap(d -> d.addressees().stream().map(a -> a.organization())),
                        directives.stream().flatMap(d -> d.legalBasis().stream().map(b -> b.id())))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<Integer> seats(MeetingRecord meeting, String bloc) {
        return meeting.decisions().stream()
                .filter(d -> d.composition() != null)
                .flatMap(d -> d.composition().stream())
                .filter(s -> key(s.bloc()).equals(key(bloc)))
                .map(MeetingRecord.Seats::seats);
    }

    private static boolean isTold(JsonNode label, ObservationInput o, MeetingRecord meeting) {
        return equal(label.get("value_base"), o.value().scaleByPowerOfTen(o.unitMultiplier()))
                && label.get("base_unit").textValue().equals(o.unit())
                && equal(label.get("plan_pct"), o.planShare())
                && equal(label.get("yoy_pct"), o.yearOnYear())
                && equal(label.get("yoy_abs"), o.yearOnYearAbsolute())
                && equal(label.get("denominator"), o.whole())
                && equal(label.get("share_pct"), o.share())
                && Comparator.valueOf(label.get("comparator").textValue()) == o.comparator()
                && label.path("estimated").booleanValue() == o.estimated()
                && Objects.equals(period(label.get("period").textValue()), o.period())
                && label.has("malformed") == o.flags().contains(Flag.malformed_number)
                && o.raw().contains(label.path("malformed").asText())
                && (!label.has("parent")
                        || meeting.observations().stream()
                                .filter(p -> p.id().toString().equals(o.parent()))
                                .anyMatch(p -> key(p.label()).equals(key(label.get("parent")))));
    }

    private static boolean isCited(JsonNode label, DocumentRef document) {
        return key(document.type().label().vi()).equals(key(label.get("type")))
                && document.number() != null
                && document.number().startsWith(label.get("number").textValue())
                && Objects.equals(label.get("date").textValue(), document.issuedOn())
                && List.of(key(document.issuer()).split(" "))
                        .containsAll(List.of(key(label.get("issuer")).split(" ")));
    }

    private static boolean equal(JsonNode label, BigDecimal value) {
        if (label == null || label.isNull()) {
            return value == null;
        }
        return value != null && label.decimalValue().compareTo(value) == 0;
    }

    /** "2023-9M" is January to September, "2022-H1" January to June. */
    private static String period(String label) {
        return label == null
                ? null
                : label.replaceFirst("(\\d+)-9M", "$1-01/$1-09").replaceFirst("(\\d+)-H1", "$1-01/$1-06");
    }
}

package bienban.vocabulary;

import bienban.changes.ChangeAction;
import bienban.changes.webhook.WebhookFailure;
import bienban.changes.webhook.WebhookStatus;
import bienban.correction.CorrectionState;
import bienban.directive.AddresseeRole;
import bienban.directive.DirectiveState;
import bienban.directive.IssuerType;
import bienban.directive.Timeliness;
import bienban.document.DocumentType;
import bienban.exchange.load.ImportFormat;
import bienban.exchange.load.ImportMode;
import bienban.exchange.load.ImportState;
import bienban.exchange.load.ImportType;
import bienban.federation.UpstreamState;
import bienban.indicator.Aggregation;
import bienban.indicator.Comparator;
import bienban.indicator.Direction;
import bienban.indicator.Flag;
import bienban.indicator.ObservationKind;
import bienban.meeting.DayPart;
import bienban.meeting.DecisionOutcome;
import bienban.meeting.FindingKind;
import bienban.meeting.MediaKind;
import bienban.meeting.MeetingKind;
import bienban.meeting.MeetingMode;
import bienban.organization.OrganizationKind;
import bienban.place.PlaceLevel;
import bienban.place.Within;
import bienban.record.RecordKind;
import bienban.record.RecordStatus;
import bienban.security.Allowed;
import bienban.security.Role;
import bienban.shared.ApiException;
import bienban.shared.Messages;
import bienban.shared.Term;
import bienban.shared.Topic;
import bienban.speaker.ParticipantRole;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/vocabularies")
@Tag(name = "Vocabularies", description = "Every enumeration with its labels in Vietnamese and English")
class VocabularyResource {
    private static final List<Class<? extends Term>> ALL = List.of(
            AddresseeRole.class,
            Aggregation.class,
            ChangeAction.class,
            Comparator.class,
            CorrectionState.class,
            DayPart.class,
            DecisionOutcome.class,
            Direction.class,
            DirectiveState.class,
            DocumentType.class,
            FindingKind.class,
            Flag.class,
            ImportFormat.class,
            ImportMode.class,
            ImportState.class,
            ImportType.class,
            IssuerType.class,
            MediaKind.class,
            MeetingKind.class,
            MeetingMode.class,
            ObservationKind.class,
            OrganizationKind.class,
            ParticipantRole.class,
            PlaceLevel.class,
            RecordKind.class,
            RecordStatus.class,
            Timeliness.class,
            Topic.class,
            Role.class,
            UpstreamState.class,
            WebhookFailure.class,
            WebhookStatus.class,
            Within.class);

    private final HttpHeaders headers;

    VocabularyResource(HttpHeaders headers) {
        this.headers = headers;
    }

    @GET
    @Allowed
    @Operation(
            operationId = "listVocabularies",
            summary = "List all enumerations",
            description =
                    "Every enumeration of the API with the labels of its values. Not paged: the list is short and changes only with a release.")
    public VocabularyList list() {
        return new VocabularyList(ALL.stream().map(this::vocabulary).toList());
    }

    @GET
    @Allowed
    @Path("/{name}")
    @Operation(
            operationId = "getVocabulary",
            summary = "Get one enumeration",
            description = "Its values in order, with labels in the language asked for and in both.")
    public Vocabulary get(
            @RestPath @Parameter(description = "Name of the enumeration", example = "meetingKind") String name) {
        return ALL.stream()
                .filter(type -> nameOf(type).equals(name))
                .map(this::vocabulary)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("vocabulary", name));
    }

    private Vocabulary vocabulary(Class<? extends Term> type) {
        var english = Messages.language(headers.getAcceptableLanguages()).equals(Locale.ENGLISH);
        var values = Arrays.stream(type.getEnumConstants())
                .map(term -> new Vocabulary.Value(
                        term.name(), english ? term.label().en() : term.label().vi(), term.label()))
                .toList();
        return new Vocabulary(nameOf(type), values);
    }

    private static String nameOf(Class<?> type) {
        return Character.toLowerCase(type.getSimpleName().charAt(0))
                + type.getSimpleName().substring(1);
    }
}

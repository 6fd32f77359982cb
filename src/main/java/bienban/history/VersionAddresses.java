package bienban.history;

import bienban.record.RecordKind;
import jakarta.ws.rs.Path;

/** Where the versions of each kind are. */
final class VersionAddresses {
    private VersionAddresses() {}

    @Path("/v1/meetings/{id}/versions")
    static class MeetingVersionResource extends VersionResource {
        MeetingVersionResource(Versions versions) {
            super(versions, RecordKind.meeting);
        }
    }

    @Path("/v1/speakers/{id}/versions")
    static class SpeakerVersionResource extends VersionResource {
        SpeakerVersionResource(Versions versions) {
            super(versions, RecordKind.speaker);
        }
    }

    @Path("/v1/directives/{id}/versions")
    static class DirectiveVersionResource extends VersionResource {
        DirectiveVersionResource(Versions versions) {
            super(versions, RecordKind.directive);
        }
    }

    @Path("/v1/observations/{id}/versions")
    static class ObservationVersionResource extends VersionResource {
        ObservationVersionResource(Versions versions) {
            super(versions, RecordKind.observation);
        }
    }

    @Path("/v1/organizations/{id}/versions")
    static class OrganizationVersionResource extends VersionResource {
        OrganizationVersionResource(Versions versions) {
            super(versions, RecordKind.organization);
        }
    }

    @Path("/v1/documents/{id}/versions")
    static class DocumentVersionResource extends VersionResource {
        DocumentVersionResource(Versions versions) {
            super(versions, RecordKind.document);
        }
    }

    @Path("/v1/places/{id}/versions")
    static class PlaceVersionResource extends VersionResource {
        PlaceVersionResource(Versions versions) {
            super(versions, RecordKind.place);
        }
    }

    @Path("/v1/indicators/{id}/versions")
    static class IndicatorVersionResource extends VersionResource {
        IndicatorVersionResource(Versions versions) {
            super(versions, RecordKind.indicator);
        }
    }

    @Path("/v1/articles/{id}/versions")
    static class ArticleVersionResource extends VersionResource {
        ArticleVersionResource(Versions versions) {
            super(versions, RecordKind.article);
        }
    }
}

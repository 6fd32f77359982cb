package bienban.contract;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers of the operations on what hangs on a record, which no verb tells. */
final class Parts {
    private Parts() {}

    static Map<String, APIResponse> success(OpenAPI api, String operationId) {
        return switch (operationId) {
            case "listVersions" -> page(api, "RecordVersion");
            case "getVersion" -> History.version();
            case "compareVersions" -> History.difference();
            case "fileCorrection" -> Map.of("201", made("Filed", "Correction"));
            case "listCorrections", "listCorrectionsOfMeeting" -> page(api, "Correction");
            case "getCorrection" -> Map.of("200", answer("What became of it", "Correction"));
            case "acceptCorrection" -> Map.of("200", answer("Accepted", "Correction"));
            case "declineCorrection" -> Map.of("200", answer("Declined", "Correction"));
            case "listProgressReports" -> page(api, "ProgressReport");
            case "listMeetingsOfSpeaker" -> page(api, "SpeakerMeeting");
            case "getProgressReport" -> Map.of("200", answer("The report", "ProgressReport"));
            case "appendProgressReport" -> Map.of("201", made("Appended", "ProgressReport"));
            case "mergeSpeaker" -> Map.of("200", Headers.versioned(answer("The surviving person", "Speaker")));
            case "splitSpeaker" -> Map.of("201", Headers.versioned(made("The new person", "Speaker")));
            case "listKeys" -> page(api, "Key");
            case "getKey" -> Map.of("200", answer("What is known of the key", "Key"));
            case "createKey" -> Map.of("201", made("Made; with the key itself, this once", "Key"));
            case "rotateKey" -> Map.of("201", made("Made; with the new key itself, this once", "Key"));
            case "revokeKey" -> Map.of("204", OASFactory.createAPIResponse().description("Revoked"));
            case "listWebhooks" -> page(api, "Webhook");
            case "getWebhook" -> Map.of("200", answer("The webhook as it is now", "Webhook"));
            case "createWebhook" -> Map.of("201", made("Made; with its secret, this once", "Webhook"));
            case "pauseWebhook", "resumeWebhook" -> Map.of("200", answer("The webhook as it is now", "Webhook"));
            case "deleteWebhook" -> Map.of("204", OASFactory.createAPIResponse().description("Deleted"));
            case "cancelImport" ->
                Map.of("204", OASFactory.createAPIResponse().description("It ends, or is forgotten"));
            default -> Map.of();
        };
    }

    private static Map<String, APIResponse> page(OpenAPI api, String schema) {
        return Map.of(
                "200",
                Conventions.json("One page", Conventions.page(api, schema)).addHeader("Link", Headers.next()));
    }

    private static APIResponse made(String description, String schema) {
        return answer(description, schema).addHeader("Location", Headers.location());
    }

    private static APIResponse answer(String description, String schema) {
        return Conventions.json(description, OASFactory.createSchema().ref(schema));
    }
}

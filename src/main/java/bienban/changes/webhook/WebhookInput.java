package bienban.changes.webhook;

import bienban.shared.Input;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook that is wanted. */
@Schema(name = "WebhookInput", description = "Where to send pings, and about what")
public record WebhookInput(
        @NotNull
        @Size(max = 2000)
        @Schema(
                required = true,
                description =
                        "Where to: `https` or `http`, a public address, without user and fragment. Redirects are not followed",
                examples = "https://example.org/hooks/bienban")
        String url,

        @Pattern(regexp = "whsec_[A-Za-z0-9+/]{32,88}={0,2}")
        @Schema(
                description =
                        "What pings are signed with: `whsec_` and 24 to 64 bytes in base64. One is made unless stated",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwQ2VtZ8Jx")
        String secret,

        @Size(max = 9)
        @Schema(description = "Only changes of these types; of all unless stated", examples = "[\"meetings\"]")
        List<@NotNull @Size(min = 1, max = 20) String> types,

        @Size(max = 24) @Schema(description = "Code of a place: only changes there and below", examples = "30")
        String place)
        implements Input {}

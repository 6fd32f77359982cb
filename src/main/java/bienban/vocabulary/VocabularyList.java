package bienban.vocabulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All enumerations. */
@Schema(description = "All enumerations")
public record VocabularyList(@Schema(required = true) List<Vocabulary> items) {}

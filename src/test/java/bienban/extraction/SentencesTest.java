package bienban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import bienban.extraction.citation.CitationReader;
import bienban.extraction.clean.Cleaner;
import bienban.extraction.person.PeopleReader;
import bienban.extraction.person.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    private static final Path FOLDER = Path.of("src/test/resources/bienban/extraction/sentences");

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    static List<String[]> people() throws IOException {
        return rows("people.tsv");
    }

    static List<String[]> documents() throws IOException {
        return rows("documents.tsv");
    }

    static List<String[]> directives() throws IOException {
        return rows("directives.tsv");
    }

    static List<String[]> sittings() throws IOException {
        return rows("sittings.tsv");
    }

    @ParameterizedTest
    @MethodSource("people")
    void readsThePeopleOfASentence(String text, String expected) {
        var article = Cleaner.clean(ArticleInput.ofText(text));
        var found = PeopleReader.read(article).people().all().stream()
                .map(SentencesTest::write)
                .collect(Collectors.joining(" | "));
        assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
    }

    private static String write(Person person) {
        var roles = person.roles().stream().map(Enum::name).collect(Collectors.joining(", "));
        return "%s {%s} [%s]".formatted(person.name(), String.join("; ", person.posts()), roles);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void readsTheDocumentsOfASentence(String text, String expected) {
        var found = CitationReader.read(Cleaner.clean(ArticleInput.ofText(text))).stream()
                .map(citation -> citation.document())
                .map(document ->
                        "%s %s %s %s".formatted(document.type(), document.number(), document.date(), document.issuer()))
                .collect(Collectors.joining(" | "));
        assertThat(found.isEmpty() ? "-" : found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("directives")
    void tellsWhatInstructsFromWhatDoesNot(String text, String expected) {
        var report = "Ngày 5/6/2021, Ban Thường vụ Huyện ủy An Lạc tổ chức hội nghị giao ban tháng 5.\n\n"
                + text.replace("\\n", "\n");
        var found = new Extractor().extract(ArticleInput.ofText(report)).draft().directives();
        assertThat(found).as(text).hasSize(Integer.parseInt(expected));
    }

    @ParameterizedTest
    @MethodSource("sittings")
    void readsTheSittingOfAnOpening(String text, String kind, String heldOn, String host, String place) {
        var draft = new Extractor().extract(ArticleInput.ofText(text)).draft();
        assertThat(draft.kind()).isEqualTo(Draft.Kind.valueOf(kind));
        assertThat(String.valueOf(draft.heldOn())).isEqualTo(heldOn);
        assertThat(draft.host() == null ? "-" : draft.host().name()).isEqualTo(host);
        assertThat(draft.place() == null ? "-" : draft.place().name()).isEqualTo(place);
    }

    @Test
    void holdsEnoughSentencesOfEachPattern() throws IOException {
        assertThat(people()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(directives()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(sittings()).hasSizeGreaterThanOrEqualTo(150);
    }
}

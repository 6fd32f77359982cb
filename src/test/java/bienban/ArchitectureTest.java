package bienban;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

/** Dependencies run one way; see the package note of {@code bienban}. */
@AnalyzeClasses(packages = "bienban", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] UNDER_EVERYTHING = {"shared", "security", "record"};

    @ArchTest
    static final ArchRule noCycles = slices().matching("bienban.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyDeclaredNeighbours = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("shared")
            .definedBy("bienban.shared..")
            .layer("security")
            .definedBy("bienban.security..")
            .layer("record")
            .definedBy("bienban.record..")
            .layer("database")
            .definedBy("bienban.database..")
            .layer("place")
            .definedBy("bienban.place..")
            .layer("key")
            .definedBy("bienban.key..")
            .layer("organization")
            .definedBy("bienban.organization..")
            .layer("document")
            .definedBy("bienban.document..")
            .layer("article")
            .definedBy("bienban.article..")
            .layer("speaker")
            .definedBy("bienban.speaker..")
            .layer("indicator")
            .definedBy("bienban.indicator..")
            .layer("directive")
            .definedBy("bienban.directive..")
            .layer("meeting")
            .definedBy("bienban.meeting..")
            .layer("changes")
            .definedBy("bienban.changes..")
            .layer("extraction")
            .definedBy("bienban.extraction..")
            .layer("federation")
            .definedBy("bienban.federation..")
            .layer("history")
            .definedBy("bienban.history..")
            .layer("correction")
            .definedBy("bienban.correction..")
            .layer("exchange")
            .definedBy("bienban.exchange..")
            .whereLayer("shared")
            .mayNotAccessAnyLayer()
            .whereLayer("security")
            .mayOnlyAccessLayers("shared")
            .whereLayer("record")
            .mayOnlyAccessLayers("shared", "security")
            .whereLayer("database")
            .mayOnlyAccessLayers("shared")
            .whereLayer("place")
            .mayOnlyAccessLayers(UNDER_EVERYTHING)
            .whereLayer("key")
            .mayOnlyAccessLayers(with("place"))
            .whereLayer("organization")
            .mayOnlyAccessLayers(with("place"))
            .whereLayer("document")
            .mayOnlyAccessLayers(with("place"))
            .whereLayer("article")
            .mayOnlyAccessLayers(with("place"))
            .whereLayer("indicator")
            .mayOnlyAccessLayers(with("place"))
            .whereLayer("speaker")
            .mayOnlyAccessLayers(with("place", "organization"))
            .whereLayer("directive")
            .mayOnlyAccessLayers(with("place", "speaker", "organization", "document"))
            .whereLayer("meeting")
            .mayOnlyAccessLayers(
                    with("place", "organization", "document", "article", "speaker", "indicator", "directive"))
            .whereLayer("history")
            .mayOnlyAccessLayers(UNDER_EVERYTHING)
            .whereLayer("correction")
            .mayOnlyAccessLayers(with("place"))
            .whereLayer("exchange")
            .mayOnlyAccessLayers(with(
                    "place", "organization", "document", "article", "speaker", "indicator", "directive", "meeting"))
            .whereLayer("changes")
            .mayOnlyAccessLayers(with("place"))
            .whereLayer("extraction")
            .mayOnlyAccessLayers(with(
                    "place", "organization", "document", "article", "speaker", "indicator", "directive", "meeting"))
            .whereLayer("federation")
            .mayOnlyAccessLayers(with(
                    "place", "organization", "document", "article", "speaker", "indicator", "directive", "meeting"));

    /** The reading of articles is pure: text in, drafts out. Only its desk knows HTTP and the database. */
    @ArchTest
    static final ArchRule readingIsPure = noClasses()
            .that()
            .resideInAPackage("bienban.extraction..")
            .and()
            .resideOutsideOfPackage("bienban.extraction.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "org.hibernate..",
                    "io.quarkus..",
                    "java.sql..",
                    "bienban.record..",
                    "bienban.meeting..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourcesSpeakHttpOnly = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "java.sql..");

    @ArchTest
    static final ArchRule resourcesAreNamedSo = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .notBePublic();

    private static String[] with(String... more) {
        var all = new String[UNDER_EVERYTHING.length + more.length];
        System.arraycopy(UNDER_EVERYTHING, 0, all, 0, UNDER_EVERYTHING.length);
        System.arraycopy(more, 0, all, UNDER_EVERYTHING.length, more.length);
        return all;
    }
}

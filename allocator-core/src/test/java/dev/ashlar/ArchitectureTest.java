package dev.ashlar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the library: watch ← memory ← alloc ← struct, and nothing else outside the JDK. */
class ArchitectureTest {
    private final JavaClasses library = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.ashlar");

    @Test
    void packages_dependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("watch")
                .definedBy("dev.ashlar.watch..")
                .layer("memory")
                .definedBy("dev.ashlar.memory..")
                .layer("alloc")
                .definedBy("dev.ashlar.alloc..")
                .layer("struct")
                .definedBy("dev.ashlar.struct..")
                .whereLayer("struct")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("alloc")
                .mayOnlyBeAccessedByLayers("struct")
                .whereLayer("memory")
                .mayOnlyBeAccessedByLayers("alloc", "struct")
                .whereLayer("watch")
                .mayOnlyBeAccessedByLayers("memory", "alloc")
                .check(library);
    }

    @Test
    void flightRecorder_isKnownToOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.ashlar\\.watch\\.FlightEvents.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.jfr..")
                .check(library);
    }

    @Test
    void library_dependsOnlyOnTheJdkAndJSpecify() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jdk.jfr..", "org.jspecify..", "dev.ashlar..")
                .check(library);
    }
}

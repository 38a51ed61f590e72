package dev.ashlar.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the processor: model ← read | layout ← check, and model | layout ← write. */
class ArchitectureTest {
    private static final String PROCESSOR = "dev.ashlar.processor";

    private final JavaClasses processor = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PROCESSOR);

    @Test
    void packages_dependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("processor")
                .definedBy(PROCESSOR)
                .layer("model")
                .definedBy(PROCESSOR + ".model")
                .layer("read")
                .definedBy(PROCESSOR + ".read")
                .layer("layout")
                .definedBy(PROCESSOR + ".layout")
                .layer("check")
                .definedBy(PROCESSOR + ".check")
                .layer("write")
                .definedBy(PROCESSOR + ".write")
                .whereLayer("processor")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("read")
                .mayOnlyAccessLayers("model")
                .whereLayer("layout")
                .mayOnlyAccessLayers("model")
                .whereLayer("check")
                .mayOnlyAccessLayers("model", "read", "layout")
                .whereLayer("write")
                .mayOnlyAccessLayers("model", "layout")
                .check(processor);
    }

    @Test
    void compilersModel_isKnownOnlyWhereElementsAreRead() {
        noClasses()
                .that()
                .resideInAnyPackage(PROCESSOR + ".model", PROCESSOR + ".layout", PROCESSOR + ".check")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..")
                .check(processor);
    }

    @Test
    void javaPoet_isKnownOnlyWhereCodeIsWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PROCESSOR + ".write")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .check(processor);
    }

    @Test
    void diagnosticsAndFiles_areLeftToTheEntry() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PROCESSOR)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javax\\.annotation\\.processing\\.(Messager|Filer)|javax\\.tools\\.Diagnostic.*")
                .check(processor);
    }
}

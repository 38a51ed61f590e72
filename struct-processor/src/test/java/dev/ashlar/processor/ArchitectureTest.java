package dev.ashlar.processor;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arrows between the packages of the processor: model ← read | layout ← check, and model | layout ← write | header | recording. */
class ArchitectureTest {
    private static final String PROCESSOR = "dev.ashlar.processor";

    private static final JavaClasses PROCESSOR_CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

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
                .layer("header")
                .definedBy(PROCESSOR + ".header")
                .layer("recording")
                .definedBy(PROCESSOR + ".recording")
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
                .whereLayer("header")
                .mayOnlyAccessLayers("model", "layout")
                .whereLayer("recording")
                .mayOnlyAccessLayers("model", "layout")
                .check(PROCESSOR_CLASSES);
    }

    @Test
    void compilersModel_isKnownOnlyWhereElementsAreRead() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        PROCESSOR + ".model",
                        PROCESSOR + ".layout",
                        PROCESSOR + ".check",
                        PROCESSOR + ".header",
                        PROCESSOR + ".recording")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..")
                .check(PROCESSOR_CLASSES);
    }

    @Test
    void javaPoet_isKnownOnlyWhereCodeIsWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PROCESSOR + ".write")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .check(PROCESSOR_CLASSES);
    }

    @Test
    void diagnosticsAndFiles_areLeftToTheEntry() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PROCESSOR)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javax\\.annotation\\.processing\\.(Messager|Filer)|javax\\.tools\\.Diagnostic.*")
                .check(PROCESSOR_CLASSES);
    }

    /** A native image holds only what its builder can see, of views as of the library. */
    @Test
    void views_useNoReflection(@TempDir Path folder) throws IOException {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record Point(int x, @Bits(3) int y, @Length(4) double[] zs) {}"),
                Snippet.inPackage("enum Colour { RED, GREEN }"),
                Snippet.inPackage(
                        "@Struct record Node(Point at, Colour colour, @Length(2) Point[] path, Ref<Node> next,"
                                + " @Length(2) Colour[] colours, @Atomic long count, @Length(8) String name) {}"),
                Snippet.inPackage(
                        "@Struct sealed interface Shape { @Struct record Dot(Point at) implements Shape {} }"),
                Snippet.inPackage("@Struct record Path(int id, @Tail Point[] points) {}"));
        assertThat(compiled.errors()).isEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(MethodHandles.class, ServiceLoader.class, ClassLoader.class)
                .orShould()
                .callMethodWhere(target(nameMatching("forName|get(Declared)?(Method|Field|Constructor)s?")))
                .check(new ClassFileImporter().importPath(compiled.writeClasses(folder)));
    }

    @Test
    void text_isTheSameInEveryLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .because("numbers have other digits in some locales, which no C compiler, no SVG and no search knows")
                .check(PROCESSOR_CLASSES);
    }
}

package dev.ashlar.processor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arrows between the packages of the processor, to those of the library, and to the compiler and JavaPoet. */
class ArchitectureTest {
    private static final String LIBRARY = "dev.ashlar.";
    private static final String PROCESSOR = LIBRARY + "processor";
    private static final String WRITE = PROCESSOR + ".write";

    private static final Path CLASSES = Path.of("target", "classes");

    private static final JavaClasses PROCESSOR_CLASSES = new ClassFileImporter().importPath(CLASSES);

    @Test
    void packages_areThoseOfThePicture() {
        assertThat(PROCESSOR_CLASSES)
                .extracting(ArchitectureTest::room)
                .containsOnly(
                        "processor",
                        "read",
                        "compilation",
                        "model",
                        "layout",
                        "check",
                        "output",
                        "write",
                        "write.source",
                        "write.library",
                        "write.names",
                        "write.component",
                        "write.view",
                        "write.union",
                        "write.arms",
                        "write.array",
                        "write.columns",
                        "write.list",
                        "write.map",
                        "write.ring",
                        "header",
                        "recording");
    }

    /** All arrows and no other: one that is no longer needed goes, and a new one is a choice. */
    @Test
    void packages_dependInOneDirection() {
        assertThat(arrows(PROCESSOR))
                .containsOnlyKeys(
                        "read → model",
                        "layout → model",
                        "check → model",
                        "check → layout",
                        "output → model",
                        "output → layout",
                        "header → model",
                        "header → layout",
                        "header → output",
                        "recording → model",
                        "recording → layout",
                        "recording → output",
                        "compilation → model",
                        "compilation → layout",
                        "compilation → check",
                        "compilation → output",
                        "compilation → header",
                        "compilation → recording",
                        "processor → read",
                        "processor → compilation",
                        "processor → model",
                        "processor → output",
                        "processor → write",
                        "write → model",
                        "write → layout",
                        "write → output",
                        "write → write.source",
                        "write → write.names",
                        "write → write.view",
                        "write → write.union",
                        "write → write.arms",
                        "write → write.array",
                        "write → write.columns",
                        "write → write.list",
                        "write → write.map",
                        "write → write.ring",
                        "write.library → model",
                        "write.names → model",
                        "write.names → write.library",
                        "write.component → model",
                        "write.component → layout",
                        "write.component → write.library",
                        "write.component → write.names",
                        "write.view → model",
                        "write.view → layout",
                        "write.view → write.library",
                        "write.view → write.names",
                        "write.view → write.component",
                        "write.union → model",
                        "write.union → layout",
                        "write.union → write.library",
                        "write.union → write.names",
                        "write.union → write.component",
                        "write.union → write.view",
                        "write.arms → model",
                        "write.arms → layout",
                        "write.arms → write.library",
                        "write.arms → write.names",
                        "write.arms → write.component",
                        "write.arms → write.view",
                        "write.array → layout",
                        "write.array → model",
                        "write.array → write.library",
                        "write.array → write.names",
                        "write.array → write.view",
                        "write.columns → model",
                        "write.columns → layout",
                        "write.columns → write.library",
                        "write.columns → write.names",
                        "write.columns → write.component",
                        "write.columns → write.view",
                        "write.columns → write.array",
                        "write.list → model",
                        "write.list → write.library",
                        "write.list → write.names",
                        "write.list → write.array",
                        "write.map → model",
                        "write.map → layout",
                        "write.map → write.library",
                        "write.map → write.names",
                        "write.map → write.component",
                        "write.map → write.view",
                        "write.map → write.array",
                        "write.ring → model",
                        "write.ring → write.library",
                        "write.ring → write.names",
                        "write.ring → write.view");
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(PROCESSOR + ".(**)").should().beFreeOfCycles().check(PROCESSOR_CLASSES);
    }

    /** The annotations, what {@code Alignment} computes, and the classes that generated code calls. */
    @Test
    void library_isKnownByItsAnnotationsAndWhereCallsAreWritten() {
        Map<String, String> arrows = arrows(LIBRARY);
        arrows.keySet().removeAll(arrows(PROCESSOR).keySet());
        assertThat(arrows)
                .containsOnlyKeys(
                        "read → dev.ashlar.struct",
                        "read → dev.ashlar.struct.codec",
                        "read → dev.ashlar.struct.support",
                        "write.library → dev.ashlar.struct",
                        "write.library → dev.ashlar.struct.support",
                        "write.library → dev.ashlar.alloc",
                        "write.library → dev.ashlar.memory",
                        "write.names → dev.ashlar.struct",
                        "write.component → dev.ashlar.struct",
                        "write.view → dev.ashlar.struct",
                        "model → dev.ashlar.struct",
                        "layout → dev.ashlar.struct",
                        "layout → dev.ashlar.memory",
                        "check → dev.ashlar.struct",
                        "check → dev.ashlar.memory",
                        "header → dev.ashlar.struct",
                        "recording → dev.ashlar.struct",
                        "processor → dev.ashlar.struct");
    }

    /** For each arrow between two rooms that leads to packages of this prefix one place that it comes from. */
    private Map<String, String> arrows(String prefix) {
        Map<String, String> arrows = new TreeMap<>();
        for (JavaClass each : PROCESSOR_CLASSES) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(prefix) && !room(target).equals(room(each))) {
                    arrows.put(room(each) + " → " + room(target), dependency.getDescription());
                }
            }
        }
        return arrows;
    }

    /** The package as the picture names it; in full where it is one of the library. */
    private static String room(JavaClass of) {
        String name = of.getPackageName();
        if (name.equals(PROCESSOR)) {
            return "processor";
        }
        return name.startsWith(PROCESSOR) ? name.substring(PROCESSOR.length() + 1) : name;
    }

    @Test
    void module_exportsNothing() throws IOException {
        try (InputStream descriptor = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(descriptor);
            assertThat(module.exports()).isEmpty();
            assertThat(module.opens()).isEmpty();
        }
    }

    /** Of AutoService it has the annotation. */
    @Test
    void processor_dependsOnlyOnTheJdkItsLibraryAndJavaPoet() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.annotation.processing..",
                        "javax.lang.model..",
                        "javax.tools..",
                        "org.jspecify..",
                        "com.google.auto.service..",
                        "com.palantir.javapoet..",
                        "dev.ashlar..")
                .check(PROCESSOR_CLASSES);
    }

    @Test
    void compilersModel_isKnownOnlyWhereElementsAreRead() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROCESSOR, PROCESSOR + ".read")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..")
                        .and(not(type(Modifier.class))))
                .check(PROCESSOR_CLASSES);
    }

    /** JavaPoet takes modifiers as the compiler's model has them. */
    @Test
    void modifiers_areKnownOnlyWhereCodeIsReadOrWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROCESSOR, PROCESSOR + ".read", WRITE + "..")
                .should()
                .dependOnClassesThat(type(Modifier.class))
                .check(PROCESSOR_CLASSES);
    }

    @Test
    void javaPoet_isKnownOnlyWhereCodeIsWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackage(WRITE + "..")
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
                .accessTargetWhere(target(nameMatching("forName|get(Declared)?(Method|Field|Constructor)s?")))
                .check(new ClassFileImporter().importPath(compiled.writeClasses(folder)));
    }

    @Test
    void text_isTheSameInEveryLocale() {
        noClasses()
                .should()
                .accessTargetWhere(target(owner(type(String.class)))
                        .and(target(nameMatching("format|formatted|to(Lower|Upper)Case")))
                        .and(target(not(takesALocale()))))
                .because("numbers have other digits in some locales, which no C compiler, no SVG and no search knows")
                .check(PROCESSOR_CLASSES);
    }

    private static DescribedPredicate<AccessTarget> takesALocale() {
        return describe(
                "take a Locale",
                target -> target instanceof CodeUnitAccessTarget code
                        && code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class)));
    }
}

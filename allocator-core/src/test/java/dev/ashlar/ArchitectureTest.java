package dev.ashlar;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
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
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandles;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the library, what its module shows, and what it may use besides the JDK. */
class ArchitectureTest {
    private static final String LIBRARY = "dev.ashlar.";
    private static final Path CLASSES = Path.of("target", "classes");
    private static final JavaClasses CODE = new ClassFileImporter().importPath(CLASSES);

    @Test
    void packages_areThoseOfThePicture() {
        assertThat(CODE)
                .extracting(ArchitectureTest::room)
                .containsOnly(
                        "watch", "text", "memory", "alloc.heap", "alloc", "struct.support", "struct", "struct.codec");
    }

    /** All arrows and no other: one that is no longer needed goes, and a new one is a choice. */
    @Test
    void packages_dependInOneDirection() {
        assertThat(arrows())
                .containsOnlyKeys(
                        "memory → watch",
                        "memory → text",
                        "alloc.heap → memory",
                        "alloc.heap → watch",
                        "alloc → alloc.heap",
                        "alloc → memory",
                        "alloc → watch",
                        "struct.support → alloc",
                        "struct.support → memory",
                        "struct.support → text",
                        "struct.codec → struct",
                        "struct → struct.support",
                        "struct → alloc",
                        "struct → memory");
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(LIBRARY + "(**)").should().beFreeOfCycles().check(CODE);
    }

    /** For each arrow between two packages one place that it comes from. */
    private Map<String, String> arrows() {
        Map<String, String> arrows = new TreeMap<>();
        for (JavaClass each : CODE) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(LIBRARY) && !room(target).equals(room(each))) {
                    arrows.put(room(each) + " → " + room(target), dependency.getDescription());
                }
            }
        }
        return arrows;
    }

    private static String room(JavaClass of) {
        return of.getPackageName().substring(LIBRARY.length());
    }

    @Test
    void module_exportsAllButWatchAndHeap() throws IOException {
        assertThat(module().exports())
                .noneMatch(ModuleDescriptor.Exports::isQualified)
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder(
                        LIBRARY + "alloc",
                        LIBRARY + "memory",
                        LIBRARY + "struct",
                        LIBRARY + "struct.codec",
                        LIBRARY + "struct.support");
        assertThat(module().opens()).isEmpty();
    }

    @Test
    void module_requiresJSpecifyAloneAndNotThatAtRunTime() throws IOException {
        assertThat(module().requires())
                .extracting(requires -> requires.name() + " " + new TreeSet<>(requires.modifiers()))
                .containsExactlyInAnyOrder(
                        "java.base [MANDATED]", "jdk.jfr [STATIC]", "org.jspecify [TRANSITIVE, STATIC]");
    }

    private static ModuleDescriptor module() throws IOException {
        try (InputStream descriptor = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor);
        }
    }

    @Test
    void flightRecorder_isKnownToOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.ashlar\\.watch\\.FlightEvents(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.jfr..")
                .check(CODE);
    }

    @Test
    void library_dependsOnlyOnTheJdkAndJSpecify() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jdk.jfr..", "org.jspecify..", "dev.ashlar..")
                .check(CODE);
    }

    /**
     * A native image holds only what its builder can see: reflection would have to be declared to it, and is not.
     * {@code Array.getLength} looks nothing up, and of a {@code VarHandle} the builder sees which field it is of.
     */
    @Test
    void library_usesNoReflection() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.reflect..").and(not(type(Array.class))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ServiceLoader.class, ClassLoader.class)
                .orShould()
                .accessTargetWhere(target(owner(type(Class.class)))
                        .and(target(
                                nameMatching("forName|newInstance|getResource.*|getRecordComponents|getEnumConstants"
                                        + "|get(Declared)?(Method|Field|Constructor|Classe|Annotation)s?"))))
                .orShould()
                .accessTargetWhere(target(owner(type(MethodHandles.Lookup.class)))
                        .and(target(nameMatching("find.*|unreflect.*|bind|reveal.*|define.*")))
                        .and(not(target(name("findVarHandle")))))
                .orShould()
                .accessTargetWhere(target(owner(type(MethodHandles.class))).and(target(name("privateLookupIn"))))
                .check(CODE);
    }

    /** These need native access; what they call is declared in reachability-metadata.json. */
    @Test
    void restrictedCalls_areMadeByOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.ashlar\\.memory\\.NativeCalls(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Linker.class, SymbolLookup.class)
                .orShould()
                .accessTargetWhere(target(name("reinterpret")))
                .orShould()
                .accessTargetWhere(target(nameMatching("load|loadLibrary")).and(target(owner(type(System.class)))))
                .check(CODE);
    }

    @Test
    void text_isTheSameInEveryLocale() {
        noClasses()
                .should()
                .accessTargetWhere(target(owner(type(String.class)))
                        .and(target(nameMatching("format|formatted|to(Lower|Upper)Case")))
                        .and(target(not(takesALocale()))))
                .because("numbers have other digits in some locales, which no C compiler, no SVG and no search knows")
                .check(CODE);
    }

    private static DescribedPredicate<AccessTarget> takesALocale() {
        return describe(
                "take a Locale",
                target -> target instanceof CodeUnitAccessTarget code
                        && code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class)));
    }
}

package dev.ashlar;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of the library: watch ← memory ← heap ← alloc ← support ← struct, and nothing else outside the JDK. */
class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void packages_dependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("watch")
                .definedBy("dev.ashlar.watch..")
                .layer("memory")
                .definedBy("dev.ashlar.memory..")
                .layer("heap")
                .definedBy("dev.ashlar.alloc.heap..")
                .layer("alloc")
                .definedBy("dev.ashlar.alloc")
                .layer("support")
                .definedBy("dev.ashlar.struct.support")
                .layer("struct")
                .definedBy("dev.ashlar.struct")
                .whereLayer("struct")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("support")
                .mayOnlyBeAccessedByLayers("struct")
                .whereLayer("alloc")
                .mayOnlyBeAccessedByLayers("support", "struct")
                .whereLayer("heap")
                .mayOnlyBeAccessedByLayers("alloc")
                .whereLayer("memory")
                .mayOnlyBeAccessedByLayers("heap", "alloc", "support", "struct")
                .whereLayer("watch")
                .mayOnlyBeAccessedByLayers("memory", "heap", "alloc")
                .check(LIBRARY);
    }

    @Test
    void flightRecorder_isKnownToOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.ashlar\\.watch\\.FlightEvents.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.jfr..")
                .check(LIBRARY);
    }

    @Test
    void library_dependsOnlyOnTheJdkAndJSpecify() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jdk.jfr..", "org.jspecify..", "dev.ashlar..")
                .check(LIBRARY);
    }

    /**
     * A native image holds only what its builder can see: reflection would have to be declared to it, and is not.
     * {@code Array.getLength} looks nothing up.
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
                .callMethodWhere(target(owner(type(Class.class)))
                        .and(target(nameMatching("forName|newInstance|getResource.*|getRecordComponents"
                                + "|get(Declared)?(Method|Field|Constructor|Classe)s?"))))
                .check(LIBRARY);
    }

    /** These need native access; what they call is declared in reachability-metadata.json. */
    @Test
    void restrictedCalls_areMadeByOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.ashlar\\.memory\\.NativeCalls.*")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Linker.class, SymbolLookup.class)
                .orShould()
                .callMethodWhere(target(name("reinterpret")))
                .orShould()
                .callMethodWhere(target(nameMatching("load|loadLibrary")).and(target(owner(type(System.class)))))
                .check(LIBRARY);
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
                .check(LIBRARY);
    }
}

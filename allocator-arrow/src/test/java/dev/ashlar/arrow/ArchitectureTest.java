package dev.ashlar.arrow;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.foreign.Linker;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the module may use. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void module_dependsOnTheCoreAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.ashlar.arrow",
                        "dev.ashlar.alloc",
                        "dev.ashlar.memory",
                        "dev.ashlar.struct..")
                .check(CODE);
    }

    @Test
    void restrictedCalls_areMadeByOneClass() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.ashlar\\.arrow\\.Callbacks(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Linker.class)
                .orShould()
                .accessTargetWhere(target(name("reinterpret")))
                .check(CODE);
    }
}

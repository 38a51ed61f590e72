package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sealed interfaces in class files. Compilers write what these permit in an order of their own where the source has no
 * clause, and the class file does not say whether it had one.
 */
class CompiledUnionTest {
    private static final Map<String, String> NAMES = Map.of(
            "app/Names.java",
            "package app;\n"
                    + "@dev.ashlar.struct.StructsFor({lib.U.class, lib.Zed.class, lib.Alpha.class}) class Names {}");

    private static final String ZED = "record Zed(int x) implements U {}";
    private static final String ALPHA = "record Alpha(int x) implements U {}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void union_whoseVariantsAreNestedInIt_isAnError(JavaCompilerRun.Kind kind) throws IOException {
        Path library =
                library(kind, Map.of("lib/U.java", "package lib; public sealed interface U { " + ZED + ALPHA + " }"));
        Map<String, String> names = Map.of(
                "app/Names.java",
                "package app; import lib.U;\n"
                        + "@dev.ashlar.struct.StructsFor({U.class, U.Zed.class, U.Alpha.class}) class Names {}");
        for (JavaCompilerRun.Kind other : JavaCompilerRun.Kind.values()) {
            assertThat(run(other, names, library).errors())
                    .singleElement()
                    .asString()
                    .startsWith("[Ashlar:TagUnordered]")
                    .contains("because the class file of U shows no permits clause")
                    .contains("@Code(", "or write the order, @Struct and permits U.", " on U");
        }
    }

    @ParameterizedTest
    @EnumSource
    void union_whoseVariantsHaveCodes_isRight(JavaCompilerRun.Kind kind) throws IOException {
        Path library = library(
                kind,
                Map.of(
                        "lib/U.java",
                        "package lib; import dev.ashlar.struct.Code;\npublic sealed interface U { @Code(4) " + ZED
                                + "@Code(2) " + ALPHA + " }"));
        Map<String, String> names = Map.of(
                "app/Names.java",
                "package app; import lib.U;\n"
                        + "@dev.ashlar.struct.StructsFor({U.class, U.Zed.class, U.Alpha.class}) class Names {}");
        JavaCompilerRun run = run(JavaCompilerRun.Kind.JAVAC, names, library);
        assertThat(run.errors()).isEmpty();
        assertThat(run.written().get("app/U_ZedView.java")).isNotNull();
        assertThat(run.written().get("app/UView.java")).contains("TAG_ZED = 4;", "TAG_ALPHA = 2;");
    }

    /** Only with a clause can an interface permit what stands in other files, and compilers keep its order. */
    @ParameterizedTest
    @EnumSource
    void union_whoseVariantsAreInOtherFiles_hasTheOrderOfItsClause(JavaCompilerRun.Kind kind) throws IOException {
        Path library = library(
                kind,
                Map.of(
                        "lib/U.java", "package lib; public sealed interface U permits Zed, Alpha {}",
                        "lib/Zed.java", "package lib; public " + ZED,
                        "lib/Alpha.java", "package lib; public " + ALPHA));
        for (JavaCompilerRun.Kind other : JavaCompilerRun.Kind.values()) {
            JavaCompilerRun run = run(other, NAMES, library);
            assertThat(run.errors()).isEmpty();
            assertThat(run.written().get("app/UView.java")).contains("TAG_ZED = 0;", "TAG_ALPHA = 1;");
        }
    }

    /** Where class files do not say from which source they come, nothing tells one file from two. */
    @ParameterizedTest
    @EnumSource
    void union_whoseSourceFilesAreUnknown_isAnError(JavaCompilerRun.Kind kind) throws IOException {
        Path library = library(
                kind,
                Map.of(
                        "lib/U.java", "package lib; public sealed interface U permits Zed, Alpha {}",
                        "lib/Zed.java", "package lib; public " + ZED,
                        "lib/Alpha.java", "package lib; public " + ALPHA),
                "-g:none");
        assertThat(run(JavaCompilerRun.Kind.JAVAC, NAMES, library).errors())
                .singleElement()
                .asString()
                .startsWith("[Ashlar:TagUnordered]");
    }

    /** What stands beside the interface in its file cannot be public: the struct is of the same package. */
    @ParameterizedTest
    @EnumSource
    void union_whoseVariantsStandInItsFile_isAnError(JavaCompilerRun.Kind kind) throws IOException {
        Path library = library(kind, Map.of("lib/U.java", "package lib; sealed interface U {}\n" + ZED + ALPHA));
        Map<String, String> names = Map.of(
                "lib/Names.java",
                "package lib;\n@dev.ashlar.struct.StructsFor({U.class, Zed.class, Alpha.class}) class Names {}");
        assertThat(run(JavaCompilerRun.Kind.JAVAC, names, library).errors())
                .singleElement()
                .asString()
                .startsWith("[Ashlar:TagUnordered]");
    }

    /** A union of this compilation permits an interface that is in a class file. */
    @ParameterizedTest
    @EnumSource
    void union_whoseFurtherInterfaceIsCompiled_isAnError(JavaCompilerRun.Kind kind) throws IOException {
        Map<String, String> sources = Map.of(
                "lib/U.java",
                "package lib; @dev.ashlar.struct.Struct sealed interface U permits Sub {}",
                "lib/Sub.java",
                """
                package lib;
                import dev.ashlar.struct.Struct;
                sealed interface Sub extends U {
                    @Struct record Zed(int x) implements Sub {}
                    @Struct record Alpha(int x) implements Sub {}
                }
                """);
        Path library = library(
                kind,
                Map.of(
                        "lib/U.java",
                        "package lib; sealed interface U permits Sub {}",
                        "lib/Sub.java",
                        sources.get("lib/Sub.java")));
        assertThat(run(kind, Map.of("lib/U.java", sources.get("lib/U.java")), library)
                        .errors())
                .filteredOn(error -> error.contains("[Ashlar:"))
                .singleElement()
                .asString()
                .startsWith("[Ashlar:TagUnordered]")
                .contains("because the class file of Sub shows no permits clause");
    }

    private Path library(JavaCompilerRun.Kind kind, Map<String, String> sources, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--release", "25"));
        all.addAll(List.of(options));
        JavaCompilerRun run = JavaCompilerRun.of(kind, all, folder.resolve("library"), sources);
        assertThat(run.errors()).isEmpty();
        return run.classes();
    }

    private JavaCompilerRun run(JavaCompilerRun.Kind kind, Map<String, String> sources, Path library)
            throws IOException {
        return JavaCompilerRun.of(kind, folder.resolve("app" + kind), sources, library);
    }
}

package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C headers, as text and as a C compiler takes them. */
class HeaderTest {
    private static final List<String> HEADERS = List.of("-Aashlar.headers=true");

    @TempDir
    private Path folder;

    @Test
    void header_isReadable() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage(
                        "@Struct record Person(int id, double height, boolean member, @Length(16) String name) {}"));
        assertThat(compiled.generatedResource("include/p/Person.h")).isEqualTo("""
                /* p.Person of Java: 40 bytes, aligned to 8, little-endian. Written by Ashlar. */
                #ifndef ASHLAR_p_Person_h
                #define ASHLAR_p_Person_h

                #include <stddef.h>
                #include <stdint.h>

                struct Person {
                    int32_t id; /* offset 0: int */
                    double height; /* offset 8: double */
                    uint8_t member; /* offset 16: boolean */
                    char name[16]; /* offset 17: String */
                };

                _Static_assert(sizeof(struct Person) == 40, "size of struct Person");
                _Static_assert(_Alignof(struct Person) == 8, "alignment of struct Person");
                _Static_assert(offsetof(struct Person, id) == 0, "offset of id");
                _Static_assert(offsetof(struct Person, height) == 8, "offset of height");
                _Static_assert(offsetof(struct Person, member) == 16, "offset of member");
                _Static_assert(offsetof(struct Person, name) == 17, "offset of name");

                #endif
                """);
        compileHeaders(compiled, "p/Person.h");
    }

    @Test
    void headers_whenNotAskedFor_areNotWritten() {
        String struct = Snippet.inPackage("@Struct record Person(int id) {}");
        for (List<String> options : List.of(List.<String>of(), List.of("-Aashlar.headers=false"))) {
            assertThat(Compiled.withOptions(options, struct).compilation().generatedFiles())
                    .noneMatch(file -> file.getName().endsWith(".h"));
        }
        assertThat(Compiled.withOptions(List.of("-Aashlar.headers"), struct).generatedResource("include/p/Person.h"))
                .isNotEmpty();
    }

    @Test
    void names_whenCHasThemAlready_areMadeLegal() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("@Struct record Names(int register, int unsigned, int register_, int _Bool, int auto,"
                        + " int NULL, int INT_MAX, int INT32_MAX, int linux, int __LINE__, int typeof, int bool,"
                        + " int é, int è, int $, int size_t, int int32_t, int offsetof, int struct, int signed) {}"),
                Snippet.inPackage("class signed_ { @Struct record extern(int x) {} }"),
                Snippet.inPackage("@Struct record union(int x) {}"));
        compileHeaders(compiled, "p/Names.h", "p/signed__extern.h", "p/union.h");
        assertThat(compiled.generatedResource("include/p/Names.h"))
                .contains("int32_t register__; /* offset 0: register, int */")
                .contains("int32_t register_; /* offset 8: int */");
        assertThat(compiled.generatedResource("include/p/union.h")).contains("struct union_ {");
    }

    @Test
    void headers_whenIncludedTogether_doNotClash() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                "@dev.ashlar.struct.Struct record Alone(int x) {}",
                Snippet.inPackage("class A { @Struct record B(int x) {} }"),
                "package p.q;\n@dev.ashlar.struct.Struct record C(int x) {}");
        compileHeaders(compiled, "Alone.h", "p/A_B.h", "p/q/C.h");
    }

    /** Compiles a file that includes the headers, each of them twice. */
    private void compileHeaders(Compiled compiled, String... headers) throws IOException {
        StringBuilder source = new StringBuilder();
        for (String header : headers) {
            Path file = folder.resolve("include").resolve(header);
            Files.createDirectories(file.getParent());
            Files.writeString(file, compiled.generatedResource("include/" + header));
            source.append("#include \"%1$s\"\n#include \"%1$s\"\n".formatted(header));
        }
        Path main = Files.writeString(folder.resolve("main.c"), source);
        CCompiler compiler = CCompiler.orSkip(folder);
        compiler.compileStrictly(main, "-fsyntax-only", "-I", "include");
        compiler.compileStrictly(main, "-fsyntax-only", "-std=gnu17", "-I", "include");
    }
}

package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles C headers as C and as C++, each of them twice in one file, with all warnings as errors.
 *
 * @param folder has the headers in {@code include}
 * @param before headers of the system that come before them
 */
record HeaderCompilation(Path folder, List<String> before) {
    private static final List<String> STRICT =
            List.of("-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only", "-I", "include");

    /** Writes the headers that were generated into a folder, to compile them there. */
    static HeaderCompilation of(Compiled compiled, Path folder) throws IOException {
        compiled.writeHeaders(folder);
        return new HeaderCompilation(folder, List.of());
    }

    /** The same after headers of the system, as far as there are such. */
    HeaderCompilation after(List<String> system) {
        return new HeaderCompilation(folder, system);
    }

    /** Compiles the headers in this order. */
    void compile(String... headers) throws IOException {
        Path main = writeMain(headers);
        CCompiler compiler = CCompiler.orSkip(folder);
        for (String standard : List.of("c11", "gnu17", "gnu2x")) {
            compile(compiler, main, "-std=" + standard);
        }
        if (compiler.hasCPlusPlus()) {
            for (String standard : List.of("c++11", "gnu++17", "c++20")) {
                compile(compiler, main, "-x", "c++", "-std=" + standard);
            }
        }
    }

    /** Compiles headers with big-endian structs: as C they compile, as C++ they say that they cannot. */
    void compileBigEndian(String... headers) throws IOException {
        Path main = writeMain(headers);
        CCompiler compiler = CCompiler.orSkip(folder);
        compile(compiler, main, "-std=c11");
        compile(compiler, main, "-std=gnu17");
        if (compiler.hasCPlusPlus()) {
            assertThatThrownBy(() -> compile(compiler, main, "-x", "c++", "-std=c++17"))
                    .hasMessageContaining("is big-endian, which only the C of GCC can declare");
        }
    }

    private static void compile(CCompiler compiler, Path main, String... options) throws IOException {
        List<String> all = new ArrayList<>(STRICT);
        all.addAll(List.of(options));
        compiler.compile(main, all.toArray(String[]::new));
    }

    private Path writeMain(String... headers) throws IOException {
        StringBuilder source = new StringBuilder();
        before.forEach(
                header -> source.append("#if __has_include(<%1$s>)\n#include <%1$s>\n#endif\n".formatted(header)));
        for (String header : headers) {
            source.append("#include \"%1$s\"\n#include \"%1$s\"\n".formatted(header));
        }
        return Files.writeString(folder.resolve("main.c"), source);
    }
}

package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random structs, compiled by the processor and by GCC. {@code -Dashlar.seed=…} draws others; {@code
 * -Dashlar.structs=…} says how many.
 */
class DifferentialTest {
    private static final int STRUCTS = Integer.getInteger("ashlar.structs", 150);

    @TempDir
    private Path folder;

    @Test
    void structs_whenRandom_areThoseOfC() throws IOException, ReflectiveOperationException {
        long seed = Long.getLong("ashlar.seed", 9_934_949_114_783L);
        System.out.println("structs of the differential test: count=" + STRUCTS + " seed=" + seed);
        Random random = new Random(seed);
        List<CStruct> structs = new RandomStructs(random).make(STRUCTS);
        List<List<CValue>> values = new ArrayList<>();
        CProgram program = new CProgram(folder, "");
        RandomStructs.CHOICES.forEach(choice -> program.declare(CStructText.c(choice)));
        for (CStruct struct : structs) {
            program.declare(CStructText.c(struct));
            values.add(CValue.of(struct, random));
            program.add(struct, values.getLast());
        }
        program.compile();
        Compiled compiled = compile(structs);
        new CAgreement(program, compiled.loader(), "seed=" + seed).check(structs, values);
        compileHeaders(compiled, structs);
    }

    private static Compiled compile(List<CStruct> structs) {
        List<String> sources = new ArrayList<>();
        RandomStructs.CHOICES.forEach(choice -> sources.add(Snippet.inPackage(choice.declaration())));
        sources.add(Snippet.inPackage(CodedType.CODEC));
        structs.forEach(struct -> sources.add(Snippet.inPackage(CStructText.java(struct))));
        Compiled compiled = Compiled.withOptions(List.of("-Aashlar.headers"), sources.toArray(String[]::new));
        assertThat(compiled.compilation().errors()).isEmpty();
        return compiled;
    }

    /** The headers assert the layouts themselves. */
    private void compileHeaders(Compiled compiled, List<CStruct> structs) throws IOException {
        compiled.writeHeaders(folder);
        StringBuilder all = new StringBuilder();
        headers(structs).forEach(header -> all.append("#include \"p/" + header + "\"\n"));
        Path main = Files.writeString(folder.resolve("headers.c"), all);
        CCompiler.orSkip(folder).compileStrictly(main, "-fsyntax-only", "-I", "include");
    }

    /** Those of the variants of a union too: they have the names of their C structs. */
    private static List<String> headers(List<CStruct> structs) {
        return structs.stream()
                .flatMap(struct ->
                        Stream.concat(Stream.of(struct), struct.tag().stream().flatMap(tag -> tag.variants().stream())))
                .map(struct -> struct.cName().substring(struct.cName().indexOf(' ') + 1) + ".h")
                .toList();
    }
}

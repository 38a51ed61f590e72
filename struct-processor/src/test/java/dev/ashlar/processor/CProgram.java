package dev.ashlar.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A C program about structs, which does what its argument says: {@code layout} prints their sizes, alignments and
 * offsets, {@code write} writes each of them with its values to the file {@code c}, {@code read} reads them from the file
 * {@code java} and prints the numbers of those that are not as they should be.
 */
final class CProgram {

    private final CCompiler compiler;
    private final Path folder;
    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder layout = new StringBuilder();
    private final StringBuilder write = new StringBuilder();
    private final StringBuilder read = new StringBuilder();
    private final String includes;
    private int structs;

    CProgram(Path folder, String includes) {
        this.folder = folder;
        this.compiler = CCompiler.orSkip(folder);
        this.includes = includes;
    }

    void declare(String declaration) {
        declarations.append(declaration);
    }

    /** Adds a struct that is declared already. */
    void add(CStruct struct, List<CValue> values) {
        int number = structs++;
        declarations.append("static const size_t layout%d[] = {\n    ".formatted(number));
        declarations.append("sizeof(%1$s), _Alignof(%1$s), ".formatted(struct.cName()));
        for (CStruct.Member member : struct.members()) {
            if (!(member.type() instanceof CStruct.Bits)) {
                declarations.append("offsetof(%s, %s), ".formatted(struct.cName(), member.cName()));
            }
        }
        declarations.append("-1\n};\n");
        declarations.append("static void write%d(FILE *file) {\n    ".formatted(number));
        declarations.append("%s s; memset(&s, 0, sizeof s);\n".formatted(struct.cName()));
        values.forEach(
                value -> declarations.append("    ").append(value.setting()).append('\n'));
        declarations.append("    fwrite(&s, sizeof s, 1, file);\n}\n");
        declarations.append("static void read%d(FILE *file) {\n    ".formatted(number));
        declarations.append("%s s; fread(&s, sizeof s, 1, file);\n".formatted(struct.cName()));
        for (int index = 0; index < values.size(); index++) {
            declarations.append("    if (!(%s)) differs(%d, %d);\n"
                    .formatted(values.get(index).condition(), number, index));
        }
        declarations.append("}\n");
        layout.append("        print(layout%d);\n".formatted(number));
        write.append("        write%d(file);\n".formatted(number));
        read.append("    read%d(file);\n".formatted(number));
    }

    void compile() throws IOException {
        Path source = folder.resolve("program.c");
        Files.writeString(source, text());
        compiler.compile(source, "-w", "-std=gnu11", "-o", "program");
    }

    private String text() {
        return """
                %s
                #include <stddef.h>
                #include <stdint.h>
                #include <stdio.h>
                #include <string.h>
                static void differs(int structure, int value) {
                    printf("struct %%d, value %%d\\n", structure, value);
                }
                static void print(const size_t *numbers) {
                    while (*numbers != (size_t) -1) {
                        printf("%%zu ", *numbers++);
                    }
                    puts("");
                }

                %s
                int main(int count, char **arguments) {
                    (void) count;
                    if (arguments[1][0] == 'l') {
                %s        return 0;
                    }
                    if (arguments[1][0] == 'w') {
                        FILE *file = fopen("c", "wb");
                %s        return fclose(file);
                    }
                    FILE *file = fopen("java", "rb");
                %s    return fclose(file);
                }
                """.formatted(includes, declarations, layout, write, read);
    }

    /** The lines that {@code layout} prints. */
    List<String> layouts() throws IOException {
        return run("layout").lines().map(String::strip).toList();
    }

    /** All structs one after the other as C writes them. */
    byte[] write() throws IOException {
        run("write");
        return Files.readAllBytes(folder.resolve("c"));
    }

    /** What C does not find as it should be in structs that Java wrote. */
    String read(byte[] structs) throws IOException {
        Files.write(folder.resolve("java"), structs);
        return run("read");
    }

    private String run(String what) throws IOException {
        return compiler.run(List.of(folder.resolve("program").toString(), what));
    }
}

package dev.ashlar.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Sources of structs as people have them: some ten components, most of them numbers. The seed is fixed. */
final class StructSources {
    private static final List<String> TYPES = List.of(
            "int",
            "int",
            "int",
            "long",
            "long",
            "double",
            "double",
            "float",
            "short",
            "byte",
            "boolean",
            "char",
            "@Length(16) String");
    private static final int LEAST_COMPONENTS = 4;
    private static final int MOST_COMPONENTS = 16;

    private StructSources() {}

    static void write(Path folder, int count) throws IOException {
        Random random = new Random(1);
        Path owner = Files.createDirectories(folder.resolve("p"));
        for (int number = 0; number < count; number++) {
            StringBuilder components = new StringBuilder();
            int size = random.nextInt(LEAST_COMPONENTS, MOST_COMPONENTS + 1);
            for (int component = 0; component < size; component++) {
                components.append(component == 0 ? "" : ", ");
                components
                        .append(TYPES.get(random.nextInt(TYPES.size())))
                        .append(" component")
                        .append(component);
            }
            String name = "Struct" + number;
            Files.writeString(
                    owner.resolve(name + ".java"),
                    "package p;\n\nimport dev.ashlar.struct.*;\n\n@Struct\npublic record " + name + "(" + components
                            + ") {}\n");
        }
    }
}

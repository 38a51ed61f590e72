package dev.ashlar.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Sources of structs as people have them: some ten components of all kinds, most of them numbers. They share an enum and
 * two structs that they hold. The seed is fixed.
 */
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
            "@Length(16) String",
            "@Length(8) String",
            "Color",
            "Point",
            "Line",
            "@Length(4) int[]",
            "@Length(3) Point[]",
            "@Length(2) Color[]",
            "@Bits(3) int",
            "@Bits(1) boolean",
            "@Stored(StorageType.U8) int",
            "@Stored(StorageType.U32) long",
            "java.lang.foreign.MemorySegment");
    private static final List<String> SHARED = List.of(
            "enum Color { RED, GREEN, BLUE }",
            "record Point(int x, int y) {}",
            "record Line(Point start, Point end) {}");
    private static final int LEAST_COMPONENTS = 4;
    private static final int MOST_COMPONENTS = 16;

    private StructSources() {}

    static void write(Path folder, int count) throws IOException {
        Random random = new Random(1);
        Path owner = Files.createDirectories(folder.resolve("p"));
        for (String shared : SHARED) {
            write(owner, shared.replaceFirst("\\w+ (\\w+).*", "$1"), shared);
        }
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
            write(owner, name, "record " + name + "(" + components + ") {}");
        }
    }

    private static void write(Path owner, String name, String declaration) throws IOException {
        String annotation = declaration.startsWith("record") ? "@Struct\n" : "";
        Files.writeString(
                owner.resolve(name + ".java"),
                "package p;\n\nimport dev.ashlar.struct.*;\n\n" + annotation + "public " + declaration + "\n");
    }
}

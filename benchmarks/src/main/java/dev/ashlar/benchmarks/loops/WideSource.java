package dev.ashlar.benchmarks.loops;

import dev.ashlar.benchmarks.StructCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes and compiles structs of 8 to 64 components and the loops over them, which nobody would write by hand so often. */
final class WideSource {
    private static final List<Integer> WIDTHS = List.of(8, 16, 32, 64);
    private static final List<String> TYPES = List.of("int", "double", "long", "short", "float");
    private static final int WIDEST_COMPONENT = 8;

    private final int components;
    private final String name;

    private WideSource(int components) {
        this.components = components;
        this.name = "W" + components;
    }

    /** The class of the loops, a function from {@code work peer} to a loop. */
    static String className(int components) {
        return "wide.W" + components + "Loops";
    }

    /** A size that a struct does not exceed. */
    static int mostBytes(int components) {
        return components * WIDEST_COMPONENT;
    }

    /** Compiles all widths in a folder, and returns that of the classes. */
    static Path compile(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        for (int components : WIDTHS) {
            WideSource source = new WideSource(components);
            Files.writeString(sources.resolve(source.name + ".java"), source.struct());
            Files.writeString(sources.resolve(source.name + "Object.java"), source.object());
            Files.writeString(sources.resolve(source.name + "Loops.java"), source.loops());
        }
        Path views = Files.createDirectories(folder.resolve("views"));
        Path classes = folder.resolve("classes");
        new StructCompiler(classes, sources).withProcessor(views).compile();
        return classes;
    }

    private String struct() {
        return """
                package wide;
                @dev.ashlar.struct.Struct
                public record %s(%s) {
                    public %s plusOne() { return new %s(%s); }
                    public %s copy() { return new %s(%s); }
                }
                """.formatted(
                        name,
                        each(", ", i -> type(i) + " f" + i),
                        name,
                        name,
                        each(", ", i -> sum(i, "f" + i)),
                        name,
                        name,
                        each(", ", i -> "f" + i));
    }

    private String object() {
        return """
                package wide;
                final class %sObject {
                    %s
                }
                """.formatted(name, each(" ", i -> type(i) + " f" + i + ";"));
    }

    private String loops() {
        return """
                package wide;
                import dev.ashlar.memory.Memory;
                import java.lang.foreign.MemorySegment;
                import java.lang.foreign.ValueLayout;
                import java.nio.ByteOrder;
                public final class @Loops implements java.util.function.Function<String, Runnable> {
                    %s
                    private final @Array array;
                    private final @Array others;
                    private final MemorySegment segment;
                    private final MemorySegment otherSegment;
                    private final int count;
                    private final @Object[] objects;
                    private final @[] records;
                    public Object last;
                    public int result;
                    public @Loops(Memory bytes, Memory otherBytes, int count) {
                        this.array = @Array.at(bytes, 0, count);
                        this.others = @Array.at(otherBytes, 0, count);
                        this.segment = bytes.segment();
                        this.otherSegment = otherBytes.segment();
                        this.count = count;
                        this.objects = new @Object[count];
                        this.records = new @[count];
                        for (int i = 0; i < count; i++) {
                            objects[i] = new @Object();
                            records[i] = array.read(i);
                        }
                    }
                    public Runnable apply(String loop) {
                        return switch (loop) {
                            %s
                            default -> throw new IllegalArgumentException("no such loop: " + loop);
                        };
                    }
                    %s
                    %s
                    %s
                    %s
                    %s
                    %s
                    %s
                }
                """.formatted(
                        layouts(),
                        cases(),
                        updates(),
                        updatesOfWholeRecords(),
                        reads(),
                        writes(),
                        comparisons(),
                        hashes(),
                        copies())
                .replace("@", name);
    }

    private static String layouts() {
        return TYPES.stream()
                .map(type -> "private static final ValueLayout.Of%s %s = ValueLayout.JAVA_%s%s.withOrder(%s);\n"
                        .formatted(
                                type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1),
                                layout(type),
                                layout(type),
                                "_UNALIGNED",
                                "ByteOrder.LITTLE_ENDIAN"))
                .collect(Collectors.joining());
    }

    private static String cases() {
        return List.of("update", "updateWhole", "read", "write", "equals", "hash", "copy").stream()
                .flatMap(work -> List.of("view", "cursor", "segment", "objects").stream()
                        .map(peer -> "case \"%s %s\" -> this::%s_%s;\n".formatted(work, peer, work, peer)))
                .collect(Collectors.joining());
    }

    private String updates() {
        String update = each(" ", i -> "v.f%d(%s);".formatted(i, sum(i, "v.f" + i + "()")));
        return inViews("update", update)
                + inSegment("update", each(" ", i -> set(i, sum(i, get(i)))))
                + inObjects("update", each(" ", i -> "o.f%d = %s;".formatted(i, sum(i, "o.f" + i))));
    }

    private String updatesOfWholeRecords() {
        return method("updateWhole_view", "for (int i = 0; i < count; i++) { array.set(i, array.read(i).plusOne()); }")
                + method(
                        "updateWhole_cursor",
                        "@View.Cursor v = array.cursor(); while (v.advance()) { v.write(v.read().plusOne()); }")
                + method("updateWhole_segment", "update_segment();")
                + method(
                        "updateWhole_objects",
                        "for (int i = 0; i < count; i++) { records[i] = records[i].plusOne(); }");
    }

    private String reads() {
        return method("read_view", "for (int i = 0; i < count; i++) { last = array.read(i); }")
                + method("read_cursor", "@View.Cursor v = array.cursor(); while (v.advance()) { last = v.read(); }")
                + inSegment("read", "last = new @(%s);".formatted(each(", ", this::get)))
                + inObjects("read", "last = new @(%s);".formatted(each(", ", i -> "o.f" + i)));
    }

    private String writes() {
        return method("write_view", "for (int i = 0; i < count; i++) { array.set(i, records[i]); }")
                + method(
                        "write_cursor",
                        "@View.Cursor v = array.cursor(); while (v.advance()) { v.write(records[(int) v.index()]); }")
                + inSegment("write", "@ r = records[i]; " + each(" ", i -> set(i, "r.f" + i + "()")))
                + inObjects("write", "@ r = records[i]; " + each(" ", i -> "o.f%d = r.f%d();".formatted(i, i)));
    }

    /** All structs are equal, so that all components are compared. */
    private String comparisons() {
        String bySegment =
                "int equal = 0; for (int i = 0; i < count; i++) { long offset = i * @View.BYTE_SIZE; if (%s) { equal++; } } result = equal;"
                        .formatted(each(
                                " && ",
                                i -> isFloating(i)
                                        ? "%s.compare(%s, %s) == 0".formatted(box(i), get(i), getOther(i))
                                        : get(i) + " == " + getOther(i)));
        return method(
                        "equals_view",
                        "int equal = 0; for (int i = 0; i < count; i++) { if (array.get(i).equals(others.get(i))) { equal++; } } result = equal;")
                + method(
                        "equals_cursor",
                        "int equal = 0; @View.Cursor v = array.cursor(); @View.Cursor w = others.cursor(); while (v.advance() && w.advance()) { if (v.equals(w)) { equal++; } } result = equal;")
                + method("equals_segment", bySegment)
                + method(
                        "equals_objects",
                        "int equal = 0; @ one = records[0]; for (int i = 0; i < count; i++) { if (records[i].equals(one)) { equal++; } } result = equal;");
    }

    private String hashes() {
        return method(
                        "hash_view",
                        "int sum = 0; for (int i = 0; i < count; i++) { sum += array.get(i).hashCode(); } result = sum;")
                + method(
                        "hash_cursor",
                        "int sum = 0; @View.Cursor v = array.cursor(); while (v.advance()) { sum += v.hashCode(); } result = sum;")
                + method(
                        "hash_segment",
                        "int sum = 0; for (int i = 0; i < count; i++) { long offset = i * @View.BYTE_SIZE; int hash = 0; %s sum += hash; } result = sum;"
                                .formatted(each(
                                        " ", i -> "hash = 31 * hash + %s.hashCode(%s);".formatted(box(i), get(i)))))
                + method(
                        "hash_objects",
                        "int sum = 0; for (int i = 0; i < count; i++) { sum += records[i].hashCode(); } result = sum;");
    }

    private static String copies() {
        return method("copy_view", "for (int i = 0; i < count; i++) { others.set(i, array.get(i)); }")
                + method(
                        "copy_cursor",
                        "@View.Cursor v = array.cursor(); while (v.advance()) { others.set(v.index(), v); }")
                + method(
                        "copy_segment",
                        "for (int i = 0; i < count; i++) { MemorySegment.copy(segment, i * @View.BYTE_SIZE, otherSegment, i * @View.BYTE_SIZE, @View.BYTE_SIZE); }")
                + method("copy_objects", "for (int i = 0; i < count; i++) { records[i] = records[i].copy(); }");
    }

    private static String inViews(String work, String body) {
        return method(work + "_view", "for (@View v : array) { " + body + " }")
                + method(work + "_cursor", "@View.Cursor v = array.cursor(); while (v.advance()) { " + body + " }");
    }

    private static String inSegment(String work, String body) {
        return method(
                work + "_segment",
                "for (int i = 0; i < count; i++) { long offset = i * @View.BYTE_SIZE; " + body + " }");
    }

    private static String inObjects(String work, String body) {
        return method(work + "_objects", "for (int i = 0; i < count; i++) { @Object o = objects[i]; " + body + " }");
    }

    private static String method(String name, String body) {
        return "private void " + name + "() { " + body + " }\n";
    }

    private String get(int i) {
        return "segment.get(%s, offset + @View.OFFSET_F%d)".formatted(layout(type(i)), i);
    }

    private String getOther(int i) {
        return "otherSegment.get(%s, offset + @View.OFFSET_F%d)".formatted(layout(type(i)), i);
    }

    private static boolean isFloating(int i) {
        return type(i).equals("float") || type(i).equals("double");
    }

    private static String box(int i) {
        String type = type(i);
        return type.equals("int") ? "Integer" : type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }

    private String set(int i, String value) {
        return "segment.set(%s, offset + @View.OFFSET_F%d, %s);".formatted(layout(type(i)), i, value);
    }

    private static String sum(int i, String value) {
        return "(%s) (%s + 1)".formatted(type(i), value);
    }

    private static String layout(String type) {
        return type.toUpperCase(Locale.ROOT);
    }

    private static String type(int i) {
        return TYPES.get(i % TYPES.size());
    }

    private String each(String separator, IntFunction<String> component) {
        return IntStream.range(0, components).mapToObj(component).collect(Collectors.joining(separator));
    }
}

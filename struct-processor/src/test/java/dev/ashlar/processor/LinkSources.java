package dev.ashlar.processor;

import java.util.List;
import java.util.stream.Stream;

/** A library in two versions for each kind of change, and the application that holds its struct in every way. */
final class LinkSources {
    /**
     * One kind of change.
     *
     * @param before the sources of {@code lib.Part} in the first version of the library, and what it needs
     * @param after those in the second
     */
    record Change(String name, List<String> before, List<String> after) {
        /** Whether its part can lie in columns, as unions cannot. */
        boolean hasColumns() {
            return before.stream().noneMatch(source -> source.contains("sealed"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String RED_GREEN = "public enum Colour { RED, GREEN }";
    private static final String PLAIN = part("int z, int y", "z, 7");
    private static final String COLOURED = part("int z, Colour colour", "z, Colour.valueOf(\"RED\")");
    private static final String CIRCLE = variant("Circle", 1, "int z");
    private static final String RECT = variant("Rect", 2, "int z, int w");

    private LinkSources() {}

    static Stream<Change> changes() {
        return Stream.of(
                change("grown", List.of(PLAIN), List.of(part("int z, int y, int x", "z, 7, 8"))),
                change("shrunk", List.of(PLAIN), List.of(part("int z", "z"))),
                change("reordered", List.of(PLAIN), List.of(part("int y, int z", "7, z"))),
                change("renamed", List.of(PLAIN), List.of(part("int z, int v", "z, 7"))),
                change("narrowed", List.of(PLAIN), List.of(part("int z, @Stored(StorageType.U8) int y", "z, 7"))),
                change(
                        "enum reordered",
                        List.of(COLOURED, RED_GREEN),
                        List.of(COLOURED, "public enum Colour { GREEN, RED }")),
                change(
                        "constant renamed",
                        List.of(COLOURED, RED_GREEN),
                        List.of(COLOURED, "public enum Colour { RED, LIME }")),
                change(
                        "enum extended",
                        List.of(COLOURED, RED_GREEN),
                        List.of(COLOURED, "public enum Colour { RED, GREEN, BLUE }")),
                change(
                        "codes changed",
                        List.of(COLOURED, "public enum Colour { @Code(1) RED, @Code(2) GREEN }"),
                        List.of(COLOURED, "public enum Colour { @Code(2) RED, @Code(1) GREEN }")),
                change(
                        "scale changed",
                        List.of(part(
                                "int z, @Scale(2) java.math.BigDecimal price",
                                "z, java.math.BigDecimal.valueOf(100, 2)")),
                        List.of(part(
                                "int z, @Scale(4) java.math.BigDecimal price",
                                "z, java.math.BigDecimal.valueOf(10_000, 4)"))),
                change(
                        "codec changed",
                        List.of(part("int z, java.time.Instant at", "z, java.time.Instant.EPOCH")),
                        List.of(part(
                                "int z, @StoredBy(dev.ashlar.struct.codec.InstantMillis.class) java.time.Instant at",
                                "z, java.time.Instant.EPOCH"))),
                change(
                        "variant added",
                        List.of(union("Circle", "Rect"), CIRCLE, RECT),
                        List.of(union("Circle", "Rect", "Dot"), CIRCLE, RECT, variant("Dot", 3, "int z"))),
                change(
                        "variant renamed",
                        List.of(union("Circle", "Rect"), CIRCLE, RECT),
                        List.of(union("Circle", "Oblong"), CIRCLE, variant("Oblong", 2, "int z, int w"))),
                change(
                        "tag changed",
                        List.of(union("Circle", "Rect"), CIRCLE, RECT),
                        List.of(union("Circle", "Rect"), CIRCLE, variant("Rect", 4, "int z, int w"))));
    }

    /** What the application consists of; it is the same for both versions of the library. */
    static List<String> application(Change change) {
        return List.of(
                app("@Struct record Whole(int before, Part part, int after) {}"),
                app("@Struct record Row(int before, @Length(2) Part[] parts, int after) {}"),
                app("@Struct(list = true, map = \"before\", ring = true, columns = " + change.hasColumns()
                        + ") record Item(int before, Part part, int after) {}"),
                app("@Struct record Entry(int before, @Tail Part[] parts) {}"),
                app("@Struct sealed interface Either permits Some, None {}"),
                app("@Struct @Code(1) record Some(Part part, int after) implements Either {}"),
                app("@Struct @Code(2) record None(long nothing) implements Either {}"),
                app("@Struct record Deep(int before, Whole whole, int after) {}"),
                app("@Struct record Node(int before, Ref<Part> part, int after) {}"),
                app("record Plain(int before, Part part, int after) {}"),
                app("@StructsFor(Plain.class) class Names {}"),
                USES,
                change.hasColumns()
                        ? COLUMN_USES
                        : app("final class ColumnUses { static void addTo(Object uses) {} }"));
    }

    /** Every use stores a part between numbers and finds all of them again. */
    private static final String USES = """
            package app;
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.ashlar.processor.Snippet;
            import dev.ashlar.struct.*;
            import java.util.*;
            import lib.*;
            public final class Uses {
                static final Part PART = Part.of(-1);
                public static Map<String, Snippet> all() {
                    Map<String, Snippet> uses = new LinkedHashMap<>();
                    uses.put("component", allocator -> {
                        WholeView view = WholeView.allocate(allocator, new Whole(1, Part.of(0), 77));
                        view.part(PART);
                        assertThat(view.read()).isEqualTo(new Whole(1, PART, 77));
                        assertThat(view.part().read().z()).isEqualTo(-1);
                    });
                    uses.put("new component", allocator -> {
                        WholeView view = WholeView.allocate(allocator).before(1).part(PART).after(77);
                        assertThat(view.read()).isEqualTo(new Whole(1, PART, 77));
                    });
                    uses.put("component in place", allocator -> {
                        WholeView view = WholeView.at(allocator.allocate(64, 8), 0).before(1).after(77).part(PART);
                        assertThat(view.read()).isEqualTo(new Whole(1, PART, 77));
                    });
                    uses.put("array", allocator -> {
                        WholeArray array = WholeArray.allocate(allocator, 2);
                        array.set(0, new Whole(1, PART, 2));
                        array.set(1, new Whole(3, PART, 4));
                        assertThat(array.get(0).read()).isEqualTo(new Whole(1, PART, 2));
                        assertThat(array.get(1).part().read().z()).isEqualTo(-1);
                    });
                    uses.put("array in place", allocator -> {
                        WholeArray array = WholeArray.at(allocator.allocate(128, 8), 0, 2);
                        array.get(0).write(new Whole(1, PART, 2));
                        assertThat(array.get(0).read()).isEqualTo(new Whole(1, PART, 2));
                    });
                    uses.put("fixed array", allocator -> {
                        RowView view = RowView.allocate(allocator).before(1).after(77);
                        view.parts(1).write(PART);
                        view.parts(0).write(PART);
                        assertThat(view.after()).isEqualTo(77);
                        assertThat(view.read().parts()).containsExactly(PART, PART);
                    });
                    uses.put("list", allocator -> {
                        ItemList list = ItemList.copyOf(allocator, List.of(new Item(1, PART, 2), new Item(3, PART, 4)));
                        list.remove(0);
                        assertThat(list.get(0).read()).isEqualTo(new Item(3, PART, 4));
                    });
                    uses.put("map", allocator -> {
                        ItemMap map = ItemMap.copyOf(allocator, List.of(new Item(1, PART, 2), new Item(3, PART, 4)));
                        map.remove(1);
                        assertThat(map.get(3).read()).isEqualTo(new Item(3, PART, 4));
                    });
                    uses.put("ring", allocator -> {
                        ItemRing ring = ItemRing.create(allocator, 2);
                        assertThat(ring.offer(new Item(1, PART, 2)) && ring.offer(new Item(3, PART, 4))).isTrue();
                        assertThat(List.of(ring.poll(), ring.poll())).containsExactly(new Item(1, PART, 2), new Item(3, PART, 4));
                    });
                    ColumnUses.addTo(uses);
                    uses.put("tail", allocator -> {
                        EntryView view = EntryView.allocate(allocator, new Entry(1, new Part[] {PART, PART}));
                        assertThat(view.read().parts()).containsExactly(PART, PART);
                    });
                    uses.put("log in place", allocator -> {
                        StructLog<Entry, EntryView> log = StructLog.over(allocator.allocate(256, 8), EntryView.type());
                        log.append(new Entry(1, new Part[] {PART}));
                        log.append(new Entry(2, new Part[] {PART, PART}));
                        assertThat(log).extracting(EntryView::before).containsExactly(1, 2);
                    });
                    uses.put("union", allocator -> {
                        EitherView view = EitherView.allocate(allocator, new Some(PART, 77));
                        assertThat(view.read()).isEqualTo(new Some(PART, 77));
                    });
                    uses.put("empty union", allocator -> {
                        assertThat(EitherView.allocate(allocator).beSome().part(PART).part().read().z()).isEqualTo(-1);
                    });
                    uses.put("two deep", allocator -> {
                        DeepView view = DeepView.allocate(allocator, new Deep(1, new Whole(2, PART, 3), 77));
                        assertThat(view.read()).isEqualTo(new Deep(1, new Whole(2, PART, 3), 77));
                    });
                    uses.put("class that cannot be annotated", allocator -> {
                        PlainView view = PlainView.allocate(allocator, new Plain(1, PART, 77));
                        assertThat(view.read()).isEqualTo(new Plain(1, PART, 77));
                    });
                    uses.put("description", allocator -> {
                        WholeView view = WholeView.type().allocate(allocator);
                        WholeView.type().put(view.memory(), 0, new Whole(1, PART, 77));
                        assertThat(view.after()).isEqualTo(77);
                    });
                    uses.put("foreign layout", allocator -> {
                        assertThat(WholeView.layout().byteSize()).isEqualTo(WholeView.type().byteSize());
                    });
                    return uses;
                }
                /** A reference holds no byte of the other struct: it is right whatever has changed. */
                public static void refer(dev.ashlar.alloc.Allocator allocator) {
                    NodeView view = NodeView.allocate(allocator, new Node(1, Ref.none(), 77));
                    view.part(PartView.allocate(allocator, PART));
                    assertThat(view.part().read()).isEqualTo(PART);
                    assertThat(view.after()).isEqualTo(77);
                }
            }
            """;

    private static final String COLUMN_USES = """
            package app;
            import static org.assertj.core.api.Assertions.assertThat;
            import dev.ashlar.processor.Snippet;
            import java.util.*;
            import lib.*;
            final class ColumnUses {
                private static final Part PART = Uses.PART;
                static void addTo(Map<String, Snippet> uses) {
                    uses.put("columns", allocator -> {
                        ItemColumns columns = ItemColumns.copyOf(allocator, List.of(new Item(1, PART, 2), new Item(3, PART, 4)));
                        assertThat(columns.get(1).read()).isEqualTo(new Item(3, PART, 4));
                    });
                    uses.put("columns in place", allocator -> {
                        ItemColumns columns = ItemColumns.at(allocator.allocate(1024, 64), 0, 2);
                        columns.set(1, new Item(3, PART, 4));
                        assertThat(columns.get(1).read()).isEqualTo(new Item(3, PART, 4));
                    });
                }
            }
            """;

    /** An application that holds an enum itself. */
    static List<String> tinted() {
        return List.of(app("""
                        @Struct(list = true, map = "colour", columns = true)
                        record Tinted(int before, Colour colour, @Length(2) Colour[] more, int after) {}
                        """), app("""
                        public final class Uses {
                            public static java.util.Map<String, dev.ashlar.processor.Snippet> all() {
                                Colour red = Colour.valueOf("RED");
                                Tinted value = new Tinted(1, red, new Colour[] {red, red}, 77);
                                java.util.Map<String, dev.ashlar.processor.Snippet> uses = new java.util.LinkedHashMap<>();
                                uses.put("component", allocator -> {
                                    TintedView view = TintedView.allocate(allocator, value);
                                    requireRed(view.memory().loadI32(TintedView.OFFSET_COLOUR));
                                    requireRed(view.memory().loadI32(TintedView.OFFSET_MORE + 4));
                                    if (view.read().colour() != red || view.more(1) != red || view.after() != 77) {
                                        throw new AssertionError(view);
                                    }
                                });
                                uses.put("list", allocator -> {
                                    TintedList list = TintedList.copyOf(allocator, java.util.List.of(value));
                                    requireRed(list.get(0).memory().loadI32(TintedView.OFFSET_COLOUR));
                                });
                                uses.put("map", allocator -> {
                                    TintedMap map = TintedMap.copyOf(allocator, java.util.List.of(value));
                                    requireRed(map.get(red).memory().loadI32(map.get(red).byteOffset() + TintedView.OFFSET_COLOUR));
                                });
                                uses.put("columns", allocator -> {
                                    TintedColumns columns = TintedColumns.copyOf(allocator, java.util.List.of(value));
                                    requireRed(columns.colourColumn().get(java.lang.foreign.ValueLayout.JAVA_INT, 0));
                                    if (columns.get(0).read().more()[1] != red) {
                                        throw new AssertionError(columns.get(0));
                                    }
                                });
                                uses.put("number", allocator -> requireRed(TintedView.colourNumber(red)));
                                uses.put("number in columns", allocator -> requireRed(TintedColumns.colourNumber(red)));
                                uses.put("description", allocator -> TintedView.type().component("colour").constants());
                                return uses;
                            }
                            private static void requireRed(int number) {
                                if (number != Number.OF_RED) {
                                    throw new AssertionError("RED was stored as " + number);
                                }
                            }
                        }
                        """));
    }

    static String app(String source) {
        return "package app;\nimport dev.ashlar.struct.*;\nimport lib.*;\n" + source;
    }

    static String library(String source) {
        return "package lib;\nimport dev.ashlar.struct.*;\n" + source;
    }

    private static Change change(String name, List<String> before, List<String> after) {
        return new Change(
                name,
                before.stream().map(LinkSources::library).toList(),
                after.stream().map(LinkSources::library).toList());
    }

    private static String part(String components, String arguments) {
        return "@Struct public record Part(%s) { public static Part of(int z) { return new Part(%s); } }"
                .formatted(components, arguments);
    }

    private static String union(String... variants) {
        return """
                @Struct public sealed interface Part permits %s {
                    int z();
                    static Part of(int z) { return new Circle(z); }
                }
                """.formatted(String.join(", ", variants));
    }

    private static String variant(String name, int code, String components) {
        return "@Struct @Code(%d) public record %s(%s) implements Part {}".formatted(code, name, components);
    }
}

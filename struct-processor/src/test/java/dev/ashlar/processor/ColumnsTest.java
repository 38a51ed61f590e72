package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Structs laid out column by column: {@code @Struct(columns = true)}. */
class ColumnsTest {
    private static final String TICK =
            "@Struct(columns = true) public record Tick(long time, double price, int size) {}";
    private static final String POINT =
            "@Struct(order = StructOrder.BIG_ENDIAN) public record Point(int x, short y) {}";
    private static final String COLOR = "public enum Color { @Code(5) RED, @Code(-7) GREEN }";
    private static final String LINE = """
            @Struct(columns = true, packed = true)
            public record Line(byte first, Point start, Ends ends, Color color) {}
            """;
    private static final String ENDS = "@Struct public record Ends(Point head, Point tail, boolean open) {}";

    @Test
    void columns_lieOneAfterTheOther() {
        Snippet.run("""
                assertThat(TickColumns.BYTE_ALIGNMENT).isEqualTo(64);
                assertThat(TickColumns.byteSize(0)).isZero();
                assertThat(TickColumns.byteSize(1)).isEqualTo(3 * 64);
                assertThat(TickColumns.byteSize(9)).isEqualTo(128 + 128 + 64);
                TickColumns ticks = TickColumns.allocate(allocator, 9);
                assertThat(ticks.memory().length()).isEqualTo(320);
                assertThat(ticks.memory().offset() % 64).isZero();
                assertThat(ticks.memory().loadBytes()).containsOnly(0);
                for (int i = 0; i < 9; i++) {
                    ticks.time(i, i).price((long) i, i * 0.5).size(i, -i);
                }
                for (int i = 0; i < 9; i++) {
                    assertThat(ticks.memory().loadI64(8 * i)).isEqualTo(i).isEqualTo(ticks.time(i));
                    assertThat(ticks.memory().loadF64(128 + 8 * i)).isEqualTo(i * 0.5).isEqualTo(ticks.price((long) i));
                    assertThat(ticks.memory().loadI32(256 + 4 * i)).isEqualTo(-i).isEqualTo(ticks.size(i));
                    assertThat(ticks.read(i)).isEqualTo(new Tick(i, i * 0.5, -i));
                    assertThat(ticks.get((long) i).index()).isEqualTo(i);
                }
                assertThat(ticks.size()).isEqualTo(9);
                assertThat(ticks.priceColumn().byteSize()).isEqualTo(72);
                assertThat(ticks.priceColumn().getAtIndex(ValueLayout.JAVA_DOUBLE, 8)).isEqualTo(4);
                assertThat(ticks.sizeColumn().byteSize()).isEqualTo(36);
                assertThat(ticks.timeColumn().address() % 64 + ticks.sizeColumn().address() % 64).isZero();
                assertThat(ticks).hasToString("TickColumns[size=9, memory=" + ticks.memory() + "]");
                """, TICK);
    }

    @Test
    void index_whenOutOfRange_isRefusedAndNothingIsStored() {
        Snippet.run("""
                TickColumns ticks = TickColumns.allocate(allocator, 3);
                for (long index : new long[] {-1, 3, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 61}) {
                    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls = List.of(
                            () -> ticks.get(index), () -> ticks.price(index), () -> ticks.price(index, 1), () -> ticks.read(index),
                            () -> ticks.set(index, new Tick(1, 2, 3)));
                    for (var call : calls) {
                        assertThatThrownBy(call).isInstanceOf(IndexOutOfBoundsException.class)
                                .hasMessage("no such element: index=" + index + " size=3");
                    }
                }
                assertThatThrownBy(() -> ticks.price(3)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThat(ticks.memory().loadBytes()).containsOnly(0);
                """, TICK);
    }

    @Test
    void count_whenImpossible_isRefused() {
        Snippet.run("""
                for (long count : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE / 8, Long.MAX_VALUE / 20, 1L << 60}) {
                    assertThatThrownBy(() -> TickColumns.byteSize(count)).isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("count=" + count);
                    assertThatThrownBy(() -> TickColumns.allocate(allocator, count)).isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> TickColumns.at(memory(allocator), 0, count)).isInstanceOf(IllegalArgumentException.class);
                }
                assertThatThrownBy(() -> TickColumns.at(memory(allocator), 0, 1L << 50)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThat(allocator.liveBlocks()).isZero();
                }

                static Memory memory(dev.ashlar.processor.TestAllocator allocator) {
                    return allocator.memory().whole();
                """, TICK);
    }

    @Test
    void columns_whenThereAreNoRows_haveOnlyEmptyColumns() {
        Snippet.run("""
                Memory bytes = Memory.of(MemorySegment.ofArray(new byte[0]));
                TickColumns none = TickColumns.at(bytes, 0, 0);
                assertThat(none.size()).isZero();
                assertThat(none.stream()).isEmpty();
                assertThat(none.priceColumn().byteSize()).isZero();
                none.fillPrice(1);
                none.copyTo(TickArray.at(bytes, 0, 0));
                none.copyFrom(TickArray.at(bytes, 0, 0));
                assertThatThrownBy(() -> none.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
                """, TICK);
    }

    @Test
    void at_whenTheyDoNotFit_isRefused() {
        Snippet.run("""
                Memory bytes = Memory.of(MemorySegment.ofArray(new byte[200]));
                TickColumns ticks = TickColumns.at(bytes, 8, 1);
                ticks.size(0, 7);
                assertThat(bytes.loadI32(8 + 128)).isEqualTo(7);
                assertThatThrownBy(() -> TickColumns.at(bytes, 9, 1)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> TickColumns.at(bytes, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(ticks::free).isInstanceOf(IllegalStateException.class);
                ticks.close();
                assertThat(bytes.isAlive()).isTrue();
                """, TICK);
    }

    @Test
    void access_whenFreedOrClosed_isRefused() {
        Snippet.run("""
                TickColumns ticks = TickColumns.allocate(allocator, 30);
                TickColumns part = TickColumns.at(ticks.memory(), 0, 1);
                assertThatThrownBy(part::free).isInstanceOf(IllegalStateException.class).hasMessageContaining("part of a handle");
                TickColumns.Row row = ticks.get(1);
                ticks.free();
                List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls = List.of(
                        () -> ticks.price(0), () -> ticks.price(0, 1), row::read, () -> row.write(new Tick(1, 2, 3)), ticks::priceColumn,
                        () -> ticks.fillPrice(1), ticks::free, () -> row.time(1), row::hashCode);
                for (var call : calls) {
                    assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessageContaining("freed");
                }
                assertThat(row).hasToString("Tick[freed]");
                ticks.close();
                try (TickColumns other = TickColumns.allocate(allocator, 1)) {
                    assertThat(other.size() + allocator.liveBlocks()).isEqualTo(2);
                }
                assertThat(allocator.liveBlocks()).isZero();
                TickColumns last = TickColumns.allocate(allocator, 1);
                allocator.close();
                assertThatThrownBy(() -> last.time(0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
                assertThat(last.get(0)).hasToString("Tick[closed]");
                """, TICK);
    }

    @Test
    void nestedStructs_areTakenApart() {
        Snippet.run("""
                Line line = new Line((byte) 1, new Point(2, (short) 3), new Ends(new Point(4, (short) 5), new Point(6, (short) 7), true), Color.GREEN);
                LineColumns lines = LineColumns.allocate(allocator, 2);
                lines.set(1, line);
                assertThat(lines.read(1)).isEqualTo(line);
                assertThat(lines.endsTailX(1)).isEqualTo(6);
                assertThat(lines.get(1).endsTailY((short) 70).endsTailY()).isEqualTo((short) 70);
                assertThat(lines.startXColumn().get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN), 4)).isEqualTo(2);
                assertThat(lines.color(1)).isSameAs(Color.GREEN);
                assertThat(lines.colorColumn().get(ValueLayout.JAVA_INT_UNALIGNED, 4)).isEqualTo(-7);
                assertThatThrownBy(() -> lines.read(0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("number=0");
                assertThat(lines.get(1)).hasToString(
                        "Line[first=1, startX=2, startY=3, endsHeadX=4, endsHeadY=5, endsTailX=6, endsTailY=70, endsOpen=true, color=GREEN]");
                byte[] before = lines.memory().loadBytes();
                Line broken = new Line((byte) 9, new Point(9, (short) 9), new Ends(new Point(9, (short) 9), null, false), Color.RED);
                assertThatThrownBy(() -> lines.set(1, broken)).isInstanceOf(NullPointerException.class)
                        .hasMessageContaining("component=ends.tail");
                assertThatThrownBy(() -> lines.set(1, (Line) null)).isInstanceOf(NullPointerException.class);
                assertThat(lines.memory().loadBytes()).isEqualTo(before);
                """, LINE, POINT, COLOR, ENDS);
    }

    @Test
    void components_ofEveryKind_areReadBack() {
        Snippet.run("""
                AllColumns all = AllColumns.allocate(allocator, 3);
                All first = new All(true, 'x', 200, 1L << 31, 0.5f, "abc", new int[] {1, 2, 3}, new Color[] {Color.RED, Color.GREEN},
                        new Point[] {new Point(1, (short) 2), new Point(3, (short) 4)}, MemorySegment.ofAddress(77), new Ref<>(16), 5);
                all.set(2, first);
                All copy = all.read(2);
                assertThat(copy.xs()).containsExactly(1, 2, 3);
                assertThat(copy.colors()).containsExactly(Color.RED, Color.GREEN);
                assertThat(copy.points()).containsExactly(first.points());
                assertThat(new All(copy.open(), copy.letter(), copy.level(), copy.wide(), copy.share(), copy.name(), first.xs(), first.colors(),
                        first.points(), copy.data(), copy.next(), copy.hits())).isEqualTo(first);
                assertThat(all.open(2)).isTrue();
                assertThat(all.level(2)).isEqualTo(200);
                assertThat(all.name(2, "Grüß").name(2)).isEqualTo("Grüß");
                assertThat(all.nameColumn().byteSize()).isEqualTo(18);
                assertThat(all.xs(2, 1)).isEqualTo(2);
                assertThat(all.xs(2L, 1L, 20).xs(2, 1)).isEqualTo(20);
                assertThat(all.get(2).xsTo(new int[3])).containsExactly(1, 20, 3);
                assertThat(all.get(2).xsFrom(new int[] {7, 8, 9}).xs(0)).isEqualTo(7);
                assertThatThrownBy(() -> all.xs(2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> all.xs(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThat(all.colors(2, 1)).isSameAs(Color.GREEN);
                assertThat(all.points(2).read(1)).isEqualTo(new Point(3, (short) 4));
                assertThat(all.points(2, 1).x(30).x()).isEqualTo(30);
                assertThat(all.points(2).get(1).x()).isEqualTo(30);
                assertThat(all.data(2).address()).isEqualTo(77);
                assertThat(all.hits(2)).isEqualTo(5);
                assertThat(all.get(2).hitsGetAndAdd(2)).isEqualTo(5);
                assertThat(all.hits(2)).isEqualTo(7);
                PointView point = PointView.allocate(allocator, new Point(8, (short) 9));
                assertThat(all.next(2, point).next(2).read()).isEqualTo(new Point(8, (short) 9));
                assertThat(all.get(2).nextRef()).isEqualTo(Ref.to(point));
                assertThat(all.next(2, null).next(2)).isNull();
                All other = all.read(2);
                all.set(0, other);
                assertThat(all.get(0)).isEqualTo(all.get(2)).hasSameHashCodeAs(all.get(2)).isNotEqualTo(all.get(1));
                byte[] before = all.memory().loadBytes();
                assertThatThrownBy(() -> all.level(2, 256)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("component=level");
                assertThatThrownBy(() -> all.set(2, new All(false, 'y', 1, 1L << 32, 1, "", new int[3], other.colors(), other.points(),
                        other.data(), other.next(), 0))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("component=wide");
                assertThatThrownBy(() -> all.set(2, new All(false, 'y', 1, 1, 1, "", new int[2], other.colors(), other.points(),
                        other.data(), other.next(), 0))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("component=xs");
                assertThatThrownBy(() -> all.fillName("toolong")).isInstanceOf(IllegalArgumentException.class);
                assertThat(all.memory().loadBytes()).isEqualTo(before);
                """, """
                @Struct(columns = true)
                public record All(boolean open, char letter, @Stored(StorageType.U8) int level, @Stored(StorageType.U32) long wide,
                        float share, @Length(6) String name, @Length(3) int[] xs, @Length(2) Color[] colors, @Length(2) Point[] points,
                        java.lang.foreign.MemorySegment data, Ref<Point> next, @Atomic long hits) {}
                """, POINT, COLOR);
    }

    @Test
    void fill_setsAllRowsAndNoOtherColumn() {
        Snippet.run("""
                for (int count : new int[] {1, 2, 3, 1000, 1023, 1024, 1025, 5000}) {
                    TickColumns ticks = TickColumns.allocate(allocator, count);
                    ticks.fillPrice(0.25).fillSize(-3);
                    assertThat(ticks.stream().mapToDouble(TickColumns.Row::price).distinct()).containsExactly(0.25);
                    assertThat(ticks.stream().mapToInt(TickColumns.Row::size).distinct()).containsExactly(-3);
                    assertThat(ticks.stream().mapToLong(TickColumns.Row::time).distinct()).containsExactly(0L);
                    byte[] padding = ticks.memory().loadBytes();
                    for (long at = TickColumns.byteSize(count) - 64 + (4L * count + 63) % 64 + 1; at < padding.length; at++) {
                        assertThat(padding[(int) at]).isZero();
                    }
                    ticks.free();
                }
                NameColumns names = NameColumns.allocate(allocator, 2_000);
                names.fillName("abcdefg");
                assertThat(names.stream().map(NameColumns.Row::name).distinct()).containsExactly("abcdefg");
                """, TICK, "@Struct(columns = true) public record Name(@Length(7) String name) {}");
    }

    @Test
    void copies_toAndFromArrays_keepEveryByte() {
        Snippet.run("""
                Random random = new Random(5);
                LineArray array = LineArray.allocate(allocator, 50);
                byte[] bytes = new byte[(int) array.memory().length()];
                random.nextBytes(bytes);
                array.memory().storeBytes(bytes);
                LineColumns lines = LineColumns.copyOf(allocator, array);
                assertThat(lines.size()).isEqualTo(50);
                for (int i = 0; i < 50; i++) {
                    assertThat(lines.startX(i)).isEqualTo(array.get(i).start().x());
                    assertThat(lines.endsTailY(i)).isEqualTo(array.get(i).ends().tail().y());
                    assertThat(lines.first(i)).isEqualTo(array.get(i).first());
                }
                LineArray back = LineArray.allocate(allocator, 50);
                lines.copyTo(back);
                for (int i = 0; i < 50; i++) {
                    assertThat(back.get(i)).isEqualTo(array.get(i));
                }
                assertThatThrownBy(() -> lines.copyTo(LineArray.allocate(allocator, 49))).isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("columns and array of different sizes: columns=50 array=49");
                assertThatThrownBy(() -> lines.copyFrom(LineArray.allocate(allocator, 51))).isInstanceOf(IllegalArgumentException.class);
                int live = allocator.liveBlocks();
                back.free();
                assertThatThrownBy(() -> lines.copyTo(back)).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> LineColumns.copyOf(allocator, back)).isInstanceOf(IllegalStateException.class);
                assertThat(allocator.liveBlocks()).isEqualTo(live - 1);
                """, LINE, POINT, COLOR, ENDS);
    }

    @Test
    void copyOf_whenARecordIsRefused_freesTheBlock() {
        Snippet.run("""
                List<Tick> ticks = List.of(new Tick(1, 2, 3), new Tick(4, 5, 6));
                TickColumns columns = TickColumns.copyOf(allocator, ticks);
                assertThat(columns.stream().map(TickColumns.Row::read)).isEqualTo(ticks);
                int live = allocator.liveBlocks();
                assertThatThrownBy(() -> TickColumns.copyOf(allocator, Arrays.asList(ticks.get(0), null)))
                        .isInstanceOf(NullPointerException.class);
                assertThat(allocator.liveBlocks()).isEqualTo(live);
                """, TICK);
    }

    @Test
    void rows_areIteratedAndSplit() {
        Snippet.run("""
                TickColumns ticks = TickColumns.allocate(allocator, 100);
                long next = 0;
                for (TickColumns.Row row : ticks) {
                    assertThat(row.index()).isEqualTo(next);
                    row.time(next++).write(new Tick(row.time(), 1, 2));
                }
                assertThat(ticks.stream().parallel().mapToLong(TickColumns.Row::time).sum()).isEqualTo(4950);
                Spliterator<TickColumns.Row> second = ticks.spliterator();
                assertThat(second.trySplit().estimateSize()).isEqualTo(50);
                StructColumns<Tick, TickColumns.Row> generic = ticks;
                generic.set(3, new Tick(7, 8, 9));
                assertThat(generic.read(3L)).isEqualTo(new Tick(7, 8, 9));
                Iterator<TickColumns.Row> rows = TickColumns.at(ticks.memory(), 0, 1).iterator();
                rows.next();
                assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
                """, TICK);
    }

    @Test
    void at_whenAtomicsAreNotAligned_isRefused() {
        Snippet.run("""
                Memory bytes = Memory.of(MemorySegment.ofArray(new byte[256]));
                assertThatThrownBy(() -> CounterColumns.at(bytes, 0, 1)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("atomic access");
                Memory longs = Memory.of(MemorySegment.ofArray(new long[32]));
                CounterColumns counters = CounterColumns.at(longs, 8, 2);
                assertThat(counters.get(1).hitsGetAndAdd(1)).isZero();
                assertThatThrownBy(() -> CounterColumns.at(longs, 4, 1)).isInstanceOf(IllegalArgumentException.class);
                """, "@Struct(columns = true) public record Counter(byte first, @Atomic long hits) {}");
    }

    @Test
    void alignment_whenStructsInAnArrayAskForMore_isTheirs() {
        Snippet.run(
                """
                assertThat(HolderColumns.BYTE_ALIGNMENT).isEqualTo(256);
                HolderColumns holders = HolderColumns.allocate(allocator, 3);
                assertThat(holders.widesColumn().address() % 256).isZero();
                assertThat(holders.wides(2).get(1).x(5).x()).isEqualTo(5);
                """,
                "@Struct(columns = true) public record Holder(int a, @Length(2) Wide[] wides) {}",
                "@Struct(align = 256) public record Wide(int x) {}");
    }

    @Test
    void names_thatWouldCollide_getUnderscores() {
        Snippet.run("""
                OddColumns odd = OddColumns.allocate(allocator, 4);
                Odd value = new Odd(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
                odd.set(3, value);
                assertThat(odd.read(3)).isEqualTo(value);
                assertThat(odd.size(3) + odd.get_(3) + odd.read_(3) + odd.memory_(3) + odd.index_(3)).isEqualTo(15);
                assertThat(odd.x(3) + odd.xColumn(3) + odd.fillX(3) + odd.xPlace(3)).isEqualTo(30);
                odd.fillX_(100).fillSize(200).fillIndex_(300).fillMemory_(400).fillFillX(500);
                assertThat(odd.x(2) + odd.size(2) + odd.index_(2) + odd.memory_(2) + odd.fillX(2)).isEqualTo(1500);
                assertThat(odd.xColumn_().byteSize() + odd.xColumnColumn().byteSize()).isEqualTo(32);
                assertThat(odd.value(3) + odd.row(3) + odd.columns(3) + odd.yield(3) + odd.byteSize_(3)).isEqualTo(60);
                """, """
                @Struct(columns = true)
                public record Odd(int size, int get, int read, int memory, int index, int x, int xColumn, int fillX, int xPlace,
                        int value, int row, int columns, int yield, int byteSize) {}
                """);
    }

    @Test
    void struct_whenNamedAsTheRow_isWritten() {
        Snippet.run("""
                assertThat(RowColumns.allocate(allocator, 1).get(0).row(3).read()).isEqualTo(new Row(3));
                """, "@Struct(columns = true) public record Row(int row) {}");
    }

    @Test
    void namesOfNestedStructs_thatWouldCollide_getUnderscores() {
        Snippet.run(
                """
                OddColumns odd = OddColumns.allocate(allocator, 2);
                Pair pair = new Pair(1, 2);
                Odd record = new Odd(pair, new Other(8, 9), 3, pair, 4, pair, 5, 6);
                odd.set(1, record);
                assertThat(odd.read(1)).isEqualTo(record);
                odd.fillX_(7).fillX__(8);
                assertThat(odd.read(0)).isEqualTo(new Odd(new Pair(0, 0), new Other(0, 0), 0, new Pair(0, 0), 7, new Pair(0, 0), 8, 0));
                """,
                "@Struct public record Pair(int a, int b) {}",
                "@Struct public record Other(int c, int d) {}",
                "@Struct(columns = true) public record Odd(Pair value, Other value_, int dev, Pair dev_, int x, Pair index, int x_, int fillX) {}");
    }

    @Test
    void nestedStruct_whenNamedAsTheRowInTheUnnamedPackage_isWritten() {
        Compiled compiled = Compiled.of(
                "import dev.ashlar.struct.*;\n@Struct(columns = true) record Table(Box box, @Length(2) Row[] rows) {}",
                "import dev.ashlar.struct.*;\n@Struct record Box(Row row) {}",
                "import dev.ashlar.struct.*;\n@Struct record Row(int x) {}");
        assertThat(compiled.compilation().errors()).isEmpty();
        assertThat(compiled.generatedSource("TableColumns")).contains("class Row_ implements StructRow<Table>");
    }

    @Test
    void refusals_areReportedAtTheComponent() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(columns = true) record A(int x,\n@Bits(3) int y,\n Flags z,\n Shape w) {}"),
                Snippet.inPackage("@Struct record Flags(int a, @Bits(2) int b) {}"),
                Snippet.inPackage("@Struct(columns = true) record B(\n\n\n\nint x, @Tail String y) {}"),
                Snippet.inPackage(
                        "@Struct sealed interface Shape { @Code(1) @Struct record Dot(int x) implements Shape {} }"),
                Snippet.inPackage(
                        "@Struct record C(\n\n\n\n\n\nint x) {}\n@Struct(columns = true) record D(C cx, int cxX, C c, int cX) {}"));
        assertThat(compiled.errors())
                .containsExactly(
                        "ColumnsComponent@4",
                        "ColumnsComponent@5",
                        "ColumnsComponent@6",
                        "ColumnsComponent@7",
                        "ColumnsName@10",
                        "ColumnsName@10");
        assertThat(compiled.compilation().errors().toString())
                .contains(
                        "component 'z.b' is a bit-field", "component 'w' is the union Shape", "component 'y' is a tail")
                .contains("components 'cx.x' and 'cxX' both need the column 'cxX'")
                .contains("components 'c.x' and 'cX' both need the column 'cX'");
        assertThat(compiled.written()).doesNotContain("p.AColumns", "p.AView", "p.DColumns");
    }

    @Test
    void columns_whenOneMoreThanThereMayBe_areRefused() {
        String source = """
                @Struct(columns = true) record Person(Five a, Five b, Five c, Five d, Five e, int f) {
                    @Struct record Five(Four a, Four b, Four c, Four d, Four e) {}
                    @Struct record Four(Eight a, Eight b, Eight c, Eight d, Eight e) {}
                    @Struct record Eight(int a, int b, int c, int d, int e, int f, int g, int h) {}
                }
                """;
        assertThat(Compiled.of(Snippet.inPackage(source)).onlyError()).startsWith("[Ashlar:ColumnsNumber]");
    }

    /** The name of a nested struct is a column's too, for the constants of all of it. */
    @Test
    void name_whenThatOfANestedStructMeetsAColumn_isRefused() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record C(int x) {}"),
                Snippet.inPackage("@Struct record B(C x) {}"),
                Snippet.inPackage("@Struct(columns = true) record A(B b,\nint bX) {}"));
        assertThat(compiled.errors()).containsExactly("ColumnsName@4");
        assertThat(compiled.compilation().errors().toString())
                .contains("components 'b.x' and 'bX' both need the column 'bX'");
    }

    @Test
    void bitsUnionsAndFlags_inStructsOfAnArray_areAllowed() {
        Snippet.run(
                """
                HolderColumns holders = HolderColumns.allocate(allocator, 2);
                Holder holder = new Holder(1, new Flags[] {new Flags(1, 2), new Flags(3, 1)});
                holders.set(1, holder);
                assertThat(holders.read(1).flags()).containsExactly(holder.flags());
                """,
                "@Struct(columns = true) public record Holder(int a, @Length(2) Flags[] flags) {}",
                "@Struct public record Flags(int a, @Bits(3) int b) {}");
    }

    @Test
    void namesInOtherPackages_whenHidden_areRefused() {
        String hidden = "package q;\nenum Hidden { A }";
        String outer = "package q;\nimport dev.ashlar.struct.*;\n@Struct public record Outer(int x, Hidden hidden) {}";
        String plain =
                "package q;\nimport dev.ashlar.struct.*;\n@Struct public record Plain(int x, @Length(2) byte[] y) {}";
        Compiled compiled = Compiled.of(
                hidden,
                outer,
                plain,
                Snippet.inPackage("@Struct(columns = true) public record A(int x,\nq.Outer outer) {}"),
                Snippet.inPackage("@Struct(columns = true) public record B(int x,\nq.Plain plain) {}"));
        assertThat(compiled.errors()).containsExactly("HiddenType@4");
        assertThat(compiled.onlyError()).contains("component 'outer.hidden'", "q.Hidden");
    }

    @Test
    void nestedStructsInOtherPackages_whenHidden_areRefused() {
        String outer = """
                package q;
                import dev.ashlar.struct.*;
                @Struct public record Outer(Part part, Holder.Inner inner) {}
                @Struct record Part(int x) {}
                class Holder {
                    @Struct public record Inner(int y) {}
                }
                """;
        Compiled compiled = Compiled.of(
                outer, Snippet.inPackage("@Struct(columns = true) public record A(int x,\nq.Outer outer) {}"));
        assertThat(compiled.errors()).containsExactly("HiddenType@4", "HiddenType@4");
        assertThat(compiled.compilation().errors().toString())
                .contains("component 'outer.part' has type q.Part", "component 'outer.inner' has type q.Holder.Inner");
    }

    @Test
    void deprecatedComponents_raiseNoWarning() {
        String old = "@Deprecated @Struct public record Old(@Deprecated int x) {}";
        Compiled compiled = Compiled.of(
                Snippet.inPackage(old),
                Snippet.inPackage(
                        "@SuppressWarnings(\"deprecation\") @Struct(columns = true) public record A(Old old) {}"));
        assertThat(compiled.compilation().errors()).isEmpty();
        assertThat(compiled.warnings()).isEmpty();
    }
}

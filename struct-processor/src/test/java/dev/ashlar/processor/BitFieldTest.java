package dev.ashlar.processor;

import org.junit.jupiter.api.Test;

/** Bit-fields against the bytes and offsets that GCC gives the same C struct. */
class BitFieldTest {
    private static final String IP = """
            @Struct(order = StructOrder.%s) @LayoutCheck(size = 20)
            record Ip(%s, @Stored(StorageType.U8) short tos, @Stored(StorageType.U16) int length,
                    @Stored(StorageType.U16) int id, @Bits(3) @Stored(StorageType.U16) int flags,
                    @Bits(13) @Stored(StorageType.U16) int fragment, @Stored(StorageType.U8) short ttl,
                    @Stored(StorageType.U8) short protocol, @Stored(StorageType.U16) int checksum, int from, int to) {}
            """;

    @Test
    void layout_whenTheUnitIsWiderThanWhatCoversTheBits_hasItsAlignment() {
        Snippet.run(
                """
                assertThat(ShortView.layout()).hasToString("[[0:j8]s2(head)s2(bits)i4](Short)");
                assertThat(ShortView.layout().byteAlignment()).isEqualTo(8);
                assertThat(HolderView.layout().byteAlignment()).isEqualTo(8);
                assertThat(TightView.layout().byteAlignment()).isEqualTo(1);
                """,
                "@Struct record Short(short head, @Bits(value = 20, newUnit = false) long bits) {}",
                "@Struct record Holder(byte first, Short inner) {}",
                "@Struct(packed = true) record Tight(byte first, Short inner, @Bits(20) long bits) {}");
    }

    @Test
    void ipv4Header_whenBigEndian_isThatOfTheWire() {
        String components = "@Bits(4) @Stored(StorageType.U8) int version, @Bits(4) @Stored(StorageType.U8) int ihl";
        Snippet.run("""
                IpView ip = IpView.allocate(allocator, new Ip(4, 5, (short) 0, 40, 1, 2, 185, (short) 64, (short) 6, 0, 1, 2));
                assertThat(ip.memory().loadU8(0)).isEqualTo(0x45);
                assertThat(ip.memory().loadU8(3)).isEqualTo(40);
                assertThat(ip.memory().loadU8(6)).isEqualTo(0x40);
                assertThat(ip.memory().loadU8(7)).isEqualTo(185);
                assertThat(ip.version(6).ihl(15).fragment(0x1fff).flags(0).read())
                        .isEqualTo(new Ip(6, 15, (short) 0, 40, 1, 0, 0x1fff, (short) 64, (short) 6, 0, 1, 2));
                """, IP.formatted("BIG_ENDIAN", components));
    }

    @Test
    void ipv4Header_whenLittleEndian_startsWithIhl() {
        String components = "@Bits(4) @Stored(StorageType.U8) int ihl, @Bits(4) @Stored(StorageType.U8) int version";
        Snippet.run("""
                IpView ip = IpView.allocate(allocator).version(4).ihl(5);
                assertThat(ip.memory().loadU8(0)).isEqualTo(0x45);
                assertThat(IpView.type().components().get(1)).hasToString("version: U8 bits 4:4 at 0");
                assertThat(IpView.type().layoutTable()).contains("     0   4:4  version    int    U8");
                assertThat(IpView.layout().toString()).startsWith("[b1(ihl,version)b1(tos)");
                """, IP.formatted("LITTLE_ENDIAN", components));
    }

    @Test
    void tcpFlags_areThoseOfLinux() {
        Snippet.run("""
                FlagsView flags = FlagsView.allocate(allocator, new Flags(0, 5, false, true, false, false, true, false, 0));
                assertThat(flags.memory().loadBytes()).containsExactly(0x50, 0x12);
                """, """
                @Struct record Flags(@Bits(4) @Stored(StorageType.U16) int res1, @Bits(4) @Stored(StorageType.U16) int doff,
                        @Bits(1) @Stored(StorageType.U16) boolean fin, @Bits(1) @Stored(StorageType.U16) boolean syn,
                        @Bits(1) @Stored(StorageType.U16) boolean rst, @Bits(1) @Stored(StorageType.U16) boolean psh,
                        @Bits(1) @Stored(StorageType.U16) boolean ack, @Bits(1) @Stored(StorageType.U16) boolean urg,
                        @Bits(2) @Stored(StorageType.U16) int rest) {}
                """);
    }

    @Test
    void layout_whenFieldsSpan_isThatOfGcc() {
        Snippet.run(
                """
                assertThat(AView.BYTE_SIZE).isEqualTo(8);
                assertThat(AView.allocate(allocator).a(-1).memory().loadI64(0)).isEqualTo(7);
                assertThat(AView.allocate(allocator).b(-1).memory().loadI64(0)).isEqualTo(0x3fffffff00000000L);
                assertThat(BView.BYTE_SIZE).isEqualTo(4);
                assertThat(BView.allocate(allocator).b(-1).memory().loadI32(0)).isEqualTo(0x0003fe00);
                assertThat(BView.allocate(allocator).c(-1).memory().loadI32(0)).isEqualTo(0xfffc0000);
                assertThat(CView.BYTE_SIZE).isEqualTo(8);
                assertThat(CView.allocate(allocator).b(-1).memory().loadI64(0)).isEqualTo(0x700000000L);
                assertThat(DView.BYTE_SIZE).isEqualTo(8);
                assertThat(DView.BYTE_ALIGNMENT).isEqualTo(8);
                assertThat(DView.allocate(allocator).c(-1).memory().loadI64(0)).isEqualTo(0x1fc);
                assertThat(DView.allocate(allocator).d(-1).memory().loadI64(0)).isEqualTo(0x1fffffffffe00L);
                assertThat(EView.BYTE_SIZE).isEqualTo(16);
                assertThat(EView.allocate(allocator).e(-1).memory().loadI32(8)).isEqualTo(0xfffff);
                """,
                "@Struct record A(@Bits(3) int a, byte c, @Bits(30) int b) {}",
                "@Struct record B(@Bits(9) short a, @Bits(9) int b, @Bits(14) int c) {}",
                "@Struct record C(byte a, @Bits(value = 3, newUnit = true) int b) {}",
                "@Struct record D(@Bits(1) boolean a, @Bits(1) boolean b, @Bits(7) int c, @Bits(40) long d) {}",
                "@Struct record E(byte x, @Bits(40) long d, @Bits(20) int e) {}");
    }

    /** The linker takes no more padding than the alignment of the member behind it. */
    @Test
    void layout_whenAUnitBeginsFurtherOn_isOneThatTheLinkerTakes() {
        Snippet.run(
                """
                assertThat(BrokenView.layout()).hasToString("[b1(a)x7[0:j8]b1(b)b1(c)x6](Broken)");
                assertThat(StraddlingView.layout()).hasToString("[s2(a)x2[0:i4]s2(b)b1b1(c)](Straddling)");
                assertThat(PackedView.layout()).hasToString("[b1(a)x1b1(b)](Packed)");
                for (var layout : List.of(BrokenView.layout(), StraddlingView.layout())) {
                    @SuppressWarnings("restricted")
                    var handle = java.lang.foreign.Linker.nativeLinker().downcallHandle(java.lang.foreign.FunctionDescriptor.of(layout, layout));
                    assertThat(handle.type().parameterCount()).isEqualTo(3);
                }
                """,
                "@Struct record Broken(byte a, @Bits(value = 3, newUnit = true) long b, byte c) {}",
                "@Struct record Straddling(short a, @Bits(17) int b, byte c) {}",
                "@Struct(packed = true) record Packed(byte a, @Bits(value = 3, newUnit = true) short b) {}");
    }

    @Test
    void layout_whenPacked_isThatOfGcc() {
        Snippet.run(
                """
                assertThat(FView.BYTE_SIZE).isEqualTo(9);
                assertThat(FView.allocate(allocator).b(-1).memory().loadBytes())
                        .isEqualTo(new byte[] {(byte) 0xf8, -1, -1, -1, 3, 0, 0, 0, 0});
                assertThat(FView.allocate(allocator).c(-1).memory().loadBytes())
                        .isEqualTo(new byte[] {0, 0, 0, 0, (byte) 0xfc, -1, -1, -1, 0});
                assertThat(GView.BYTE_SIZE).isEqualTo(7);
                assertThat(GView.allocate(allocator).b((short) -1).memory().loadI32(0)).isEqualTo(0x70000);
                assertThat(PView.BYTE_SIZE).isEqualTo(10);
                assertThat(PView.allocate(allocator).b(-1).memory().loadBytes())
                        .isEqualTo(new byte[] {0, (byte) 0xf8, -1, -1, -1, -1, -1, -1, -1, 7});
                for (long value : new long[] {Long.MIN_VALUE, -1, 0, 0x123456789abcdefL, Long.MAX_VALUE}) {
                    P all = new P((byte) 1, -3, value, 9);
                    assertThat(PView.allocate(allocator, all).read()).isEqualTo(all);
                }
                """,
                "@Struct(packed = true) record F(@Bits(3) int a, @Bits(31) int b, @Bits(30) int c, byte d) {}",
                "@Struct(packed = true) record G(byte x, @Bits(3) int a, @Bits(value = 3, newUnit = true) short b, int q) {}",
                "@Struct(packed = true) record P(byte z, @Bits(3) int a, @Bits(64) long b, @Bits(5) int c) {}");
    }

    @Test
    void layout_whenBigEndian_isThatOfGcc() {
        Snippet.run(
                """
                assertThat(NView.allocate(allocator).a(-1).memory().loadU8(0)).isEqualTo(0xe0);
                assertThat(NView.allocate(allocator).b(-1).memory().loadBytes(0, 2)).isEqualTo(new byte[] {0x1f, (byte) 0xf0});
                assertThat(NView.allocate(allocator).b(1).memory().loadBytes(0, 2)).isEqualTo(new byte[] {0, 0x10});
                assertThat(NView.allocate(allocator).c(31).memory().loadU8(2)).isEqualTo(0xf8);
                assertThat(NView.allocate(allocator).d(-1).memory().loadBytes())
                        .isEqualTo(new byte[] {0, 0, 7, -1, -1, -1, -1, (byte) 0xf8});
                assertThat(OView.BYTE_SIZE).isEqualTo(12);
                assertThat(OView.allocate(allocator).b(-1).memory().loadBytes(0, 5))
                        .isEqualTo(new byte[] {0x1f, -1, -1, -1, (byte) 0xc0});
                assertThat(OView.allocate(allocator).c(1).memory().loadU8(11)).isEqualTo(4);
                for (long value : new long[] {-(1L << 59), -1, 0, 0x123456789abcdefL, (1L << 59) - 1}) {
                    assertThat(OView.allocate(allocator).a(3).c(value).c()).isEqualTo(value);
                    assertThat(PView.allocate(allocator, new P(1, value * 16 + 5, -2)).read()).isEqualTo(new P(1, value * 16 + 5, -2));
                }
                """,
                "@Struct(order = StructOrder.BIG_ENDIAN) record N(@Bits(3) int a, @Bits(9) int b, @Bits(5) @Stored(StorageType.U16) int c, @Bits(40) long d) {}",
                "@Struct(packed = true, order = StructOrder.BIG_ENDIAN) record O(@Bits(3) int a, @Bits(31) int b, @Bits(60) long c) {}",
                "@Struct(packed = true, order = StructOrder.BIG_ENDIAN) record P(@Bits(3) int a, @Bits(64) long b, @Bits(5) int c) {}");
    }

    @Test
    void values_whenAtTheirLimits_areExactAndRefusedBeyond() {
        Snippet.run("""
                B good = new B(-4, 7, true, (byte) -1, -1L, (1L << 40) - 1);
                BView view = BView.allocate(allocator, good);
                assertThat(view.read()).isEqualTo(good);
                assertThat(view).hasToString(good.toString()).isEqualTo(BView.allocate(allocator, good));
                assertThat(view.b(0).read()).isEqualTo(new B(-4, 0, true, (byte) -1, -1L, (1L << 40) - 1));
                view.b(7);
                for (B refused : List.of(
                        new B(4, 1, false, (byte) 0, 0, 0), new B(-5, 1, false, (byte) 0, 0, 0),
                        new B(1, 8, false, (byte) 0, 0, 0), new B(1, -1, false, (byte) 0, 0, 0),
                        new B(1, 1, false, (byte) 1, 0, 0), new B(1, 1, false, (byte) 0, 0, 1L << 40))) {
                    assertThatThrownBy(() -> view.write(refused)).isInstanceOf(IllegalArgumentException.class);
                    assertThat(view.read()).isEqualTo(good);
                }
                assertThatThrownBy(() -> view.b(8)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("value does not fit its bit-field: component=b value=8 bits=3 min=0 max=7");
                assertThatThrownBy(() -> view.a(4)).hasMessageContaining("bits=3 min=-4 max=3");
                """, """
                @Struct record B(@Bits(3) int a, @Bits(3) @Stored(StorageType.U32) int b, @Bits(1) boolean c, @Bits(1) byte d,
                        @Bits(64) long e, @Bits(40) @Stored(StorageType.U64) long f) {}
                """);
    }
}

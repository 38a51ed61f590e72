package dev.ashlar.tests.bitfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Bit-fields against the bytes and offsets that GCC gives the same C struct. */
class BitFieldTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void layout_whenTheUnitIsWiderThanWhatCoversTheBits_hasItsAlignment() {
        assertThat(ShortUnitView.layout()).hasToString("[[0:j8]s2(head)s2(bits)i4](ShortUnit)");
        assertThat(ShortUnitView.layout().byteAlignment()).isEqualTo(8);
        assertThat(HolderView.layout().byteAlignment()).isEqualTo(8);
        assertThat(TightView.layout().byteAlignment()).isEqualTo(1);
    }

    @Test
    void ipv4Header_whenBigEndian_isThatOfTheWire() {
        Ipv4HeaderView ip = Ipv4HeaderView.allocate(
                allocator, new Ipv4Header(4, 5, (short) 0, 40, 1, 2, 185, (short) 64, (short) 6, 0, 1, 2));
        assertThat(ip.memory().loadU8(0)).isEqualTo(0x45);
        assertThat(ip.memory().loadU8(3)).isEqualTo(40);
        assertThat(ip.memory().loadU8(6)).isEqualTo(0x40);
        assertThat(ip.memory().loadU8(7)).isEqualTo(185);
        assertThat(ip.version(6).ihl(15).fragment(0x1fff).flags(0).read())
                .isEqualTo(new Ipv4Header(6, 15, (short) 0, 40, 1, 0, 0x1fff, (short) 64, (short) 6, 0, 1, 2));
    }

    @Test
    void ipv4Header_whenLittleEndian_startsWithIhl() {
        Ipv4HeaderInCView ip = Ipv4HeaderInCView.allocate(allocator).version(4).ihl(5);
        assertThat(ip.memory().loadU8(0)).isEqualTo(0x45);
        assertThat(Ipv4HeaderInCView.type().components().get(1)).hasToString("version: U8 bits 4:4 at 0");
        assertThat(Ipv4HeaderInCView.type().layoutTable()).contains("     0   4:4  version    int    U8");
        assertThat(Ipv4HeaderInCView.layout().toString()).startsWith("[b1(ihl,version)b1(tos)");
    }

    @Test
    void tcpFlags_areThoseOfLinux() {
        TcpFlagsView flags =
                TcpFlagsView.allocate(allocator, new TcpFlags(0, 5, false, true, false, false, true, false, 0));
        assertThat(flags.memory().loadBytes()).containsExactly(0x50, 0x12);
    }

    @Test
    void layout_whenFieldsSpan_isThatOfGcc() {
        assertThat(AroundAByteView.BYTE_SIZE).isEqualTo(8);
        assertThat(AroundAByteView.allocate(allocator).a(-1).memory().loadI64(0))
                .isEqualTo(7);
        assertThat(AroundAByteView.allocate(allocator).b(-1).memory().loadI64(0))
                .isEqualTo(0x3fffffff00000000L);
        assertThat(ThreeTypesView.BYTE_SIZE).isEqualTo(4);
        assertThat(ThreeTypesView.allocate(allocator).b(-1).memory().loadI32(0)).isEqualTo(0x0003fe00);
        assertThat(ThreeTypesView.allocate(allocator).c(-1).memory().loadI32(0)).isEqualTo(0xfffc0000);
        assertThat(NewUnitView.BYTE_SIZE).isEqualTo(8);
        assertThat(NewUnitView.allocate(allocator).b(-1).memory().loadI64(0)).isEqualTo(0x700000000L);
        assertThat(FlagsThenWideView.BYTE_SIZE).isEqualTo(8);
        assertThat(FlagsThenWideView.BYTE_ALIGNMENT).isEqualTo(8);
        assertThat(FlagsThenWideView.allocate(allocator).c(-1).memory().loadI64(0))
                .isEqualTo(0x1fc);
        assertThat(FlagsThenWideView.allocate(allocator).d(-1).memory().loadI64(0))
                .isEqualTo(0x1fffffffffe00L);
        assertThat(WideThenIntView.BYTE_SIZE).isEqualTo(16);
        assertThat(WideThenIntView.allocate(allocator).e(-1).memory().loadI32(8))
                .isEqualTo(0xfffff);
    }

    /** The linker takes no more padding than the alignment of the member behind it. */
    @Test
    void layout_whenAUnitBeginsFurtherOn_isOneThatTheLinkerTakes() {
        assertThat(BrokenView.layout()).hasToString("[b1(a)x7[0:j8]b1(b)b1(c)x6](Broken)");
        assertThat(StraddlingView.layout()).hasToString("[s2(a)x2[0:i4]s2(b)b1b1(c)](Straddling)");
        assertThat(PackedUnitView.layout()).hasToString("[b1(a)x1b1(b)](PackedUnit)");
        for (var layout : List.of(BrokenView.layout(), StraddlingView.layout())) {
            @SuppressWarnings("restricted")
            var handle = Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(layout, layout));
            assertThat(handle.type().parameterCount()).isEqualTo(3);
        }
    }

    @Test
    void layout_whenPacked_isThatOfGcc() {
        assertThat(PackedIntsView.BYTE_SIZE).isEqualTo(9);
        assertThat(PackedIntsView.allocate(allocator).b(-1).memory().loadBytes())
                .isEqualTo(new byte[] {(byte) 0xf8, -1, -1, -1, 3, 0, 0, 0, 0});
        assertThat(PackedIntsView.allocate(allocator).c(-1).memory().loadBytes())
                .isEqualTo(new byte[] {0, 0, 0, 0, (byte) 0xfc, -1, -1, -1, 0});
        assertThat(PackedNewUnitView.BYTE_SIZE).isEqualTo(7);
        assertThat(PackedNewUnitView.allocate(allocator).b((short) -1).memory().loadI32(0))
                .isEqualTo(0x70000);
        assertThat(PackedWideView.BYTE_SIZE).isEqualTo(10);
        assertThat(PackedWideView.allocate(allocator).b(-1).memory().loadBytes())
                .isEqualTo(new byte[] {0, (byte) 0xf8, -1, -1, -1, -1, -1, -1, -1, 7});
        for (long value : new long[] {Long.MIN_VALUE, -1, 0, 0x123456789abcdefL, Long.MAX_VALUE}) {
            PackedWide all = new PackedWide((byte) 1, -3, value, 9);
            assertThat(PackedWideView.allocate(allocator, all).read()).isEqualTo(all);
        }
    }

    @Test
    void layout_whenBigEndian_isThatOfGcc() {
        assertThat(BigSpanningView.allocate(allocator).a(-1).memory().loadU8(0)).isEqualTo(0xe0);
        assertThat(BigSpanningView.allocate(allocator).b(-1).memory().loadBytes(0, 2))
                .isEqualTo(new byte[] {0x1f, (byte) 0xf0});
        assertThat(BigSpanningView.allocate(allocator).b(1).memory().loadBytes(0, 2))
                .isEqualTo(new byte[] {0, 0x10});
        assertThat(BigSpanningView.allocate(allocator).c(31).memory().loadU8(2)).isEqualTo(0xf8);
        assertThat(BigSpanningView.allocate(allocator).d(-1).memory().loadBytes())
                .isEqualTo(new byte[] {0, 0, 7, -1, -1, -1, -1, (byte) 0xf8});
        assertThat(BigPackedIntsView.BYTE_SIZE).isEqualTo(12);
        assertThat(BigPackedIntsView.allocate(allocator).b(-1).memory().loadBytes(0, 5))
                .isEqualTo(new byte[] {0x1f, -1, -1, -1, (byte) 0xc0});
        assertThat(BigPackedIntsView.allocate(allocator).c(1).memory().loadU8(11))
                .isEqualTo(4);
        for (long value : new long[] {-(1L << 59), -1, 0, 0x123456789abcdefL, (1L << 59) - 1}) {
            assertThat(BigPackedIntsView.allocate(allocator).a(3).c(value).c()).isEqualTo(value);
            assertThat(BigPackedWideView.allocate(allocator, new BigPackedWide(1, value * 16 + 5, -2))
                            .read())
                    .isEqualTo(new BigPackedWide(1, value * 16 + 5, -2));
        }
    }

    @Test
    void values_whenAtTheirLimits_areExactAndRefusedBeyond() {
        Limits good = new Limits(-4, 7, true, (byte) -1, -1L, (1L << 40) - 1);
        LimitsView view = LimitsView.allocate(allocator, good);
        assertThat(view.read()).isEqualTo(good);
        assertThat(view).hasToString(good.toString()).isEqualTo(LimitsView.allocate(allocator, good));
        assertThat(view.b(0).read()).isEqualTo(new Limits(-4, 0, true, (byte) -1, -1L, (1L << 40) - 1));
        view.b(7);
        for (Limits refused : List.of(
                new Limits(4, 1, false, (byte) 0, 0, 0), new Limits(-5, 1, false, (byte) 0, 0, 0),
                new Limits(1, 8, false, (byte) 0, 0, 0), new Limits(1, -1, false, (byte) 0, 0, 0),
                new Limits(1, 1, false, (byte) 1, 0, 0), new Limits(1, 1, false, (byte) 0, 0, 1L << 40))) {
            assertThatThrownBy(() -> view.write(refused)).isInstanceOf(IllegalArgumentException.class);
            assertThat(view.read()).isEqualTo(good);
        }
        assertThatThrownBy(() -> view.b(8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "value does not fit its bit-field: struct=dev.ashlar.tests.bitfield.Limits component=b value=8 bits=3 min=0 max=7");
        assertThatThrownBy(() -> view.a(4)).hasMessageContaining("bits=3 min=-4 max=3");
    }
}

package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed and over-aligned structs and components, in each other. */
class PackingTest {
    @Test
    void packed_whenKnownStructs_hasTheirLayout() {
        Snippet.run(
                """
                assertThat(EpollEventView.BYTE_SIZE).isEqualTo(12);
                assertThat(EpollEventView.BYTE_ALIGNMENT).isEqualTo(1);
                assertThat(BitmapView.BYTE_SIZE).isEqualTo(14);
                assertThat(BitmapView.OFFSET_OFFBITS).isEqualTo(10);
                EpollEvent event = new EpollEvent(0xffff_ffffL, -2);
                EpollEventArray events = EpollEventArray.copyOf(allocator, List.of(event, event, event));
                assertThat(events.get(2).read()).isEqualTo(event);
                assertThat(events.memory().length()).isEqualTo(36);
                assertThat(EpollEventView.layout().byteAlignment()).isEqualTo(1);
                assertThat(EpollEventView.layout().byteSize()).isEqualTo(12);
                """,
                "@Struct(packed = true) record EpollEvent(@Stored(StorageType.U32) long events, long data) {}",
                """
                @Struct(packed = true) record Bitmap(@Stored(StorageType.U16) int type, @Stored(StorageType.U32) long size,
                        short reserved1, short reserved2, @Stored(StorageType.U32) long offbits) {}
                """);
    }

    @Test
    void packed_whenNestedInEachOther_losesOnlyOuterAlignment() {
        Snippet.run(
                """
                assertThat(OuterView.OFFSET_INNER).isEqualTo(1);
                assertThat(OuterView.OFFSET_RAISED).isEqualTo(18);
                assertThat(OuterView.OFFSET_LAST).isEqualTo(26);
                assertThat(OuterView.BYTE_SIZE).isEqualTo(28);
                assertThat(OuterView.BYTE_ALIGNMENT).isEqualTo(2);
                assertThat(LooseView.OFFSET_OUTER).isEqualTo(2);
                assertThat(LooseView.BYTE_SIZE).isEqualTo(32);
                Loose loose = new Loose((byte) 1, new Outer((byte) 2, new Inner((byte) 3, 4), 5, (byte) 6), (byte) 7);
                LooseView view = LooseView.allocate(allocator, loose);
                assertThat(view.read()).isEqualTo(loose);
                assertThat(view.outer().inner().b()).isEqualTo(4);
                assertThat(LooseView.layout().byteSize()).isEqualTo(32);
                assertThat(OuterView.layout().byteAlignment()).isEqualTo(2);
                """,
                "@Struct record Inner(byte a, long b) {}",
                "@Struct(packed = true) record Outer(byte first, Inner inner, @Align(2) long raised, byte last) {}",
                "@Struct record Loose(byte first, Outer outer, byte last) {}");
    }

    @Test
    void align_whenRaised_isAskedOfTheAllocator() {
        Snippet.run(
                """
                allocator.allocate(24);
                assertThat(LineView.BYTE_SIZE).isEqualTo(64);
                assertThat(LineView.allocate(allocator).memory().offset() % 64).isZero();
                allocator.allocate(24);
                assertThat(LineArray.allocate(allocator, 3).memory().offset() % 64).isZero();
                allocator.allocate(24);
                assertThat(LineView.type().allocate(allocator).memory().offset() % 64).isZero();
                assertThat(LineView.layout().byteAlignment()).isEqualTo(64);
                assertThat(HolderView.OFFSET_B).isEqualTo(32);
                assertThat(HolderView.OFFSET_LINE).isEqualTo(64);
                assertThat(HolderView.BYTE_SIZE).isEqualTo(128);
                assertThat(HolderView.layout().byteSize()).isEqualTo(128);
                """,
                "@Struct(align = 64) record Line(long a) {}",
                "@Struct record Holder(byte a, @Align(32) int b, Line line) {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Struct(packed = true) record S(int x) {}",
                "@Struct(align = 32) record S(int x) {}",
                "@Struct(order = StructOrder.BIG_ENDIAN) record S(int x) {}",
                "@Struct record S(int x, @Align(16) int y) {}",
                "@Struct record S(Inner x) { @Struct(packed = true) record Inner(int x) {} }",
                "@Struct record S(int x, @Tail byte[] y) {}",
                """
                @Struct sealed interface S {
                    @Code(1) @Struct(packed = true) record A(int x) implements S {}
                    @Code(2) @Struct record B(int x) implements S {}
                }
                """
            })
    void layout_whenNotPlain_saysThatItDoesNotGoByValue(String struct) {
        assertThat(Compiled.of(Snippet.inPackage(struct)).generatedSource("p.SView"))
                .contains("C functions do not take it by value");
    }

    @Test
    void layout_whenPlain_saysThatItGoesByValue() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record S(int x) {}")).generatedSource("p.SView"))
                .contains("C functions take and return it by value");
    }
}

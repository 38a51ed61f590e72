package dev.ashlar.tests.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructView;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code equals} and {@code hashCode}, which read the segments of handles, against {@code toString}, which calls the
 * accessors: two structs are equal if they print the same. That is so for NaN, zeros of two signs, malformed strings and
 * numbers that no enum has, too.
 */
class EqualityTest {
    private static final int BYTES = 400;

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @TempDir
    private Path folder;

    /** A kind of view, by its factory, and where it has the tag of a union, or -1. */
    record Viewed(String name, long byteSize, long tagOffset, BiFunction<Memory, Long, StructView<?>> factory) {
        StructView<?> at(Memory memory, long byteOffset) {
            return factory.apply(memory, byteOffset);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Viewed> kinds() {
        return Stream.of(
                new Viewed("Everything", EverythingView.BYTE_SIZE, EverythingView.OFFSET_CHOICE, EverythingView::at),
                new Viewed(
                        "EverythingBig",
                        EverythingBigView.BYTE_SIZE,
                        EverythingBigView.OFFSET_CHOICE,
                        EverythingBigView::at),
                new Viewed(
                        "cursor",
                        EverythingView.BYTE_SIZE,
                        EverythingView.OFFSET_CHOICE,
                        (memory, offset) -> EverythingView.Cursor.of(EverythingView.at(memory, offset))),
                new Viewed("Choice", ChoiceView.BYTE_SIZE, 0, ChoiceView::at),
                new Viewed("Mixed", MixedView.BYTE_SIZE, -1, MixedView::at),
                // Without the length, which would often be impossible.
                new Viewed("Tailed", TailedView.OFFSET_KINDS, -1, TailedView::at),
                new Viewed("Noted", NotedView.OFFSET_TEXT, -1, NotedView::at));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equals_whenOneByteDiffers_isThatOfTheAccessors(Viewed kind) {
        Memory memory = allocator.allocate(2 * BYTES, 16);
        int unequal = 0;
        for (byte before : new byte[] {0, 1, -1}) {
            for (long at = 0; at < kind.byteSize(); at++) {
                for (byte value : new byte[] {0, 1, 2, -1, -128, 127, -64}) {
                    memory.fill(0);
                    memory.storeI8(at, before);
                    memory.storeI8(BYTES + at, value);
                    unequal += requireAgreement(kind.at(memory, 0), kind.at(memory, BYTES)) ? 0 : 1;
                }
            }
        }
        assertThat(unequal).isGreaterThan((int) kind.byteSize());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equals_whenBytesAreRandom_isThatOfTheAccessors(Viewed kind) throws Exception {
        Random random = new Random(5);
        try (Arena arena = Arena.ofConfined();
                LinearMemory mapped = LinearMemory.map(folder.resolve("m"), 1, 1)) {
            Memory[] memories = {
                allocator.allocate(BYTES, 16),
                // Of long[], since atomic components need the alignment.
                Memory.of(MemorySegment.ofArray(new long[BYTES / 8])),
                Memory.of(arena.allocate(BYTES, 16)),
                mapped.whole()
            };
            for (int round = 0; round < 2_000; round++) {
                Memory one = memories[round % 4];
                Memory other = memories[round / 4 % 4];
                for (Memory memory : memories) {
                    memory.fill(0, 0, BYTES);
                }
                for (int i = 0; i < kind.byteSize(); i++) {
                    int value = random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(2) * 0x7F;
                    one.storeI8(i, value);
                    other.storeI8(i, random.nextInt(50) == 0 ? ~value : value);
                }
                if (kind.tagOffset() >= 0) {
                    // The text of a union with a tag that it does not have says nothing of its bytes.
                    one.storeI32(kind.tagOffset(), round % 2);
                    other.storeI32(kind.tagOffset(), random.nextInt(10) == 0 ? 1 : round % 2);
                }
                requireAgreement(kind.at(one, 0), kind.at(other, 0));
            }
        }
    }

    /** Returns whether the two are equal. */
    private static boolean requireAgreement(StructView<?> one, StructView<?> other) {
        boolean expected =
                one.toString().equals(other.toString()) && !one.toString().contains("unreadable");
        if (!one.toString().contains("unreadable")) {
            assertThat(one.equals(other)).as("%s%n%s", one, other).isEqualTo(expected);
            assertThat(other.equals(one)).as("%s%n%s", one, other).isEqualTo(expected);
        }
        if (expected) {
            assertThat(one).hasSameHashCodeAs(other);
        }
        return expected;
    }

    @Test
    void hashCode_isThatOfTheComponents() {
        InnerView inner = InnerView.allocate(allocator, new Inner(-7, -0.0));
        assertThat(inner.hashCode()).isEqualTo(31 * Integer.hashCode(-7) + Double.hashCode(-0.0));
        inner.memory().storeI64(InnerView.OFFSET_Y, 0x7FF8_0000_0000_0001L);
        assertThat(inner.hashCode()).isEqualTo(31 * Integer.hashCode(-7) + Double.hashCode(Double.NaN));
        NotedView noted = NotedView.allocate(allocator, new Noted(2.5f, "text"));
        assertThat(noted.hashCode()).isEqualTo(31 * Float.hashCode(2.5f) + "text".hashCode());
    }

    @Test
    void rows_areEqual_ifTheyPrintTheSame() {
        MixedColumns columns = MixedColumns.allocate(allocator, 3);
        MixedColumns others = MixedColumns.allocate(allocator, 2);
        Mixed row = row(1.5f, 0.0, "ab");
        columns.set(0, row);
        columns.set(1, row(Float.NaN, -0.0, "ab"));
        columns.set(2, row(1.5f, -0.0, "ab"));
        others.set(1, row);
        assertThat(columns.get(0)).isEqualTo(others.get(1)).hasSameHashCodeAs(others.get(1));
        assertThat(columns.get(0)).isNotEqualTo(columns.get(2)).isNotEqualTo(row);
        assertThat(columns.get(1)).isEqualTo(columns.get(1)).isNotEqualTo(columns.get(2));
        MixedColumns.Row before = others.get(1);
        others.free();
        assertThatThrownBy(() -> columns.get(0).equals(before))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("freed");
        assertThatThrownBy(before::hashCode).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equalsAndHashCode_whenFreedOrClosed_sayWhy(Viewed kind) {
        Memory live = allocator.allocate(BYTES, 16);
        Memory freed = allocator.allocate(BYTES, 16);
        StructView<?> alive = kind.at(live, 0);
        StructView<?> dead = kind.at(freed, 0);
        freed.free();
        for (StructView<?>[] pair : new StructView<?>[][] {{alive, dead}, {dead, alive}}) {
            assertThatThrownBy(() -> pair[0].equals(pair[1]))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("memory that is freed");
        }
        assertThatThrownBy(dead::hashCode)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("memory that is freed");
        StructView<?> closed;
        try (LinearMemory memory = LinearMemory.create(1)) {
            closed = kind.at(memory.whole(), 64);
        }
        assertThatThrownBy(() -> alive.equals(closed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("memory that is closed");
        assertThatThrownBy(closed::hashCode).hasMessageContaining("memory that is closed");
        assertThat((Object) dead).isNotEqualTo("another type").isNotEqualTo(null);
    }

    @Test
    void equals_whenTheSegmentIsOfAnotherThread_throws() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            InnerView here = InnerView.at(Memory.of(arena.allocate(16, 8)));
            InnerView shared = InnerView.allocate(allocator);
            Throwable[] thrown = new Throwable[1];
            Thread other = new Thread(() -> {
                try {
                    thrown[0] = new AssertionError(String.valueOf(shared.equals(here)));
                } catch (WrongThreadException expected) {
                    thrown[0] = expected;
                }
            });
            other.start();
            other.join();
            assertThat(thrown[0]).isInstanceOf(WrongThreadException.class);
        }
    }

    private static Mixed row(float f, double d, String name) {
        return new Mixed(
                true,
                f,
                d,
                200,
                Kind.SOME,
                name,
                MemorySegment.ofAddress(16),
                new Inner(1, 2),
                new boolean[] {true, false},
                new int[] {1, 2, 3},
                new float[] {1, f},
                new Kind[] {Kind.NONE, Kind.SOME});
    }
}

package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strings in memory: up to a NUL, and in fields of fixed size. */
class StringsTest {
    @EveryBacking
    @SuppressWarnings("NullAway") // null on purpose
    void string_whenMalformed_isRefusedAndNothingIsStored(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(64, 16);
            handle.fill(0, 0x55, 16);
            byte[] before = handle.loadBytes();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> handle.storeString(0, "a\0b"))
                    .withMessage("string holds a NUL, where it would end when read: index=1");
            for (String lone : List.of("ab\ud800", "ab\udc00", "ab\ud800x", "ab\udc00\ud800")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> handle.storeString(0, lone))
                        .withMessageStartingWith(
                                "string holds a lone surrogate, which UTF-8 cannot encode: index=2 codeUnit=d");
                assertThatIllegalArgumentException().isThrownBy(() -> handle.storeString(0, lone, 16));
            }
            String late = "a".repeat(1_000) + "\ud800";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> memory.storeString(0, late))
                    .withMessageContaining("index=1000 codeUnit=d800");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> handle.storeString(4, "ä".repeat(3), 5))
                    .withMessage("string does not fit its field: offset=4 utf8ByteSize=6 fieldByteSize=5");
            assertThatNullPointerException().isThrownBy(() -> handle.storeString(0, null));
            assertThat(handle.loadBytes()).isEqualTo(before);
        }
    }

    @EveryBacking
    void string_whenItDoesNotFit_isRefusedAndNothingIsStored(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(64, 8);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> handle.storeString(0, "12345678"))
                    .withMessage("access outside the handle: offset=0 byteSize=9 handleOffset=64 handleLength=8");
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.storeString(1, "", 8));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.storeString(0, "", -1));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.storeString(-1, "", 0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> handle.storeString(Long.MAX_VALUE, "a"));
            assertThat(handle.loadBytes()).containsOnly(0);
        }
    }

    @EveryBacking
    void loadString_whenThereIsNoNul_isRefused(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            for (int length = 0; length < 40; length++) {
                Memory handle = memory.span(64, length);
                handle.fill(0, 'x', length);
                // What follows the handle ends no string in it.
                memory.storeI8(64 + length, 0);
                for (int offset = 0; offset <= length; offset++) {
                    int from = offset;
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> handle.loadString(from))
                            .withMessage("string without a NUL up to the end of the handle: offset=" + from
                                    + " handleOffset=64 handleLength=" + length);
                    assertThat(handle.loadString(from, length - from)).isEqualTo("x".repeat(length - from));
                }
                int outside = length + 1;
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.loadString(outside));
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.loadString(-1));
                assertThatExceptionOfType(IndexOutOfBoundsException.class)
                        .isThrownBy(() -> handle.loadString(0, outside));
                assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.loadString(0, -1));
            }
        }
    }

    @EveryBacking
    void loadString_endsBeforeTheFirstNul_whereverItLies(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            // Bytes beside which a careless search for zeros finds one: 0x01 after a zero, 0x80, 0xff.
            for (int filler : new int[] {0x01, 0x80, 0xff, 'a'}) {
                for (int start = 0; start < 9; start++) {
                    for (int length = 0; length < 20; length++) {
                        memory.fill(0, filler, 64);
                        memory.storeI8(start + length, 0);
                        memory.storeI8(start + length + 1, 0);
                        byte[] bytes = memory.whole().loadBytes(start, length);
                        assertThat(memory.loadString(start))
                                .isEqualTo(new String(bytes, StandardCharsets.UTF_8))
                                .isEqualTo(memory.loadString(start, 40));
                    }
                }
            }
        }
    }

    @EveryBacking
    void storeString_storesWhatIsReadBack(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            Memory handle = memory.span(8, 64);
            for (String value : List.of("", "a", "grün", "日本", "𝄞 clef", "x".repeat(30))) {
                int utf8 = value.getBytes(StandardCharsets.UTF_8).length;
                handle.fill(0, 0x55, 64);
                assertThat(handle.storeString(3, value)).isEqualTo(utf8 + 1);
                assertThat(handle.loadString(3)).isEqualTo(value);
                assertThat(handle.loadU8(2)).isEqualTo(0x55);
                assertThat(handle.loadU8(3 + utf8)).isZero();
                assertThat(handle.loadU8(3 + utf8 + 1)).isEqualTo(0x55);
                handle.fill(0, 0x55, 64);
                handle.storeString(3, value, utf8);
                assertThat(handle.loadString(3, utf8)).isEqualTo(value);
                assertThat(handle.loadU8(3 + utf8)).isEqualTo(0x55);
                handle.storeString(3, value, 50);
                assertThat(handle.loadBytes(3 + utf8, 50 - utf8)).containsOnly(0);
                assertThat(handle.loadU8(53)).isEqualTo(0x55);
                assertThat(memory.storeString(3, value)).isEqualTo(utf8 + 1);
                assertThat(memory.loadString(3)).isEqualTo(value);
                memory.storeString(5, value, 32);
                assertThat(memory.loadString(5, 32)).isEqualTo(value);
            }
        }
    }

    @Test
    void loadString_whenMalformed_hasReplacementCharacters() {
        Memory memory = Memory.of(MemorySegment.ofArray(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xc3, 0, 'c'}));
        assertThat(memory.loadString(0)).isEqualTo("a�b�").isEqualTo(memory.loadString(0, 6));
        assertThat(memory.loadString(0, 3)).isEqualTo("a�b");
        assertThat(memory.loadString(4)).isEmpty();
        assertThat(memory.loadString(0, 0)).isEmpty();
    }

    @Test
    void string_whenTheHandleIsDead_isRefused() {
        LinearMemory memory = LinearMemory.create(1, 1);
        Claim claim = memory.claim(0, new RecordingOwner());
        Memory freed = claim.handle(16, 16);
        Memory closed = claim.handle(32, 16);
        claim.revoke(freed);
        assertThatIllegalStateException()
                .isThrownBy(() -> freed.loadString(0))
                .withMessage(
                        "access to memory that is freed; free it after the last use of its handles and views: offset=16");
        assertThatIllegalStateException().isThrownBy(() -> freed.loadString(0, 0));
        assertThatIllegalStateException().isThrownBy(() -> freed.storeString(0, ""));
        assertThatIllegalStateException().isThrownBy(() -> freed.storeString(0, "", 0));
        memory.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> closed.loadString(0))
                .withMessage(
                        "access to memory that is closed; close it after the last use of its handles and views: offset=32");
        assertThatIllegalStateException().isThrownBy(() -> memory.loadString(0, 4));
        assertThatIllegalStateException().isThrownBy(() -> memory.storeString(0, "a"));
    }

    @Test
    void storeString_whenReadOnly_isRefused() {
        MemorySegment bytes = MemorySegment.ofArray(new byte[16]);
        Memory memory = Memory.of(bytes.asReadOnly());
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> memory.storeString(0, "a"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> memory.storeString(0, "a", 4));
        assertThat(memory.loadString(0)).isEmpty();
    }
}

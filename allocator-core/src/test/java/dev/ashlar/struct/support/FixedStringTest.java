package dev.ashlar.struct.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedStringTest {
    private static final int BYTE_SIZE = 8;

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1234567", "12345678", "éééé", "€€", "😀😀", "a😀b", "\uffff"})
    void encode_whenItFits_isReadBack(String value) {
        byte[] field = FixedString.encode("p.Person#name", value, BYTE_SIZE);
        assertThat(field).hasSize(BYTE_SIZE);
        assertThat(load(field)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"123456789, 9", "ééééé, 10", "😀😀x, 9"})
    void encode_whenTooLong_isRefusedWithSizes(String value, int utf8ByteSize) {
        assertThatThrownBy(() -> FixedString.encode("p.Person#name", value, BYTE_SIZE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "string does not fit its field; shorten it, or give the component a larger @Length or a @Tail: struct=p.Person component=name utf8ByteSize="
                                + utf8ByteSize + " fieldByteSize=8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "ab\0", "a\0b"})
    void encode_whenNulInside_isRefused(String value) {
        assertThatThrownBy(() -> FixedString.encode("p.Person#name", value, BYTE_SIZE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("string holds a NUL, where it would end when read: struct=p.Person component=name index="
                        + value.indexOf('\0'));
    }

    @Test
    void encode_whenSurrogateIsAlone_isRefused() {
        for (String value : new String[] {"\ud800", "x\udc00", "\udc00\ud800", "\ud800\ud800\udc00"}) {
            assertThatThrownBy(() -> FixedString.encode("p.Person#name", value, BYTE_SIZE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("string holds a lone surrogate, which UTF-8 cannot encode: struct=p.Person"
                            + " component=name index=");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can do what is tried here
    void encode_whenNull_isRefusedByName() {
        assertThatThrownBy(() -> FixedString.encode("p.Person#name", null, BYTE_SIZE))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a string component cannot be null: struct=p.Person component=name");
    }

    @Test
    void load_whenBytesAreMalformed_readsReplacementCharacters() {
        assertThat(load(new byte[] {'a', (byte) 0xC3, 'b', 0, 'c', 0, 0, 0})).isEqualTo("a\ufffdb");
        assertThat(load(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, 0, 0, 0, 0, 0}))
                .containsOnlyOnce("\ufffd")
                .hasSizeBetween(1, 3);
    }

    @Test
    void load_whenBytesAreRandom_agreesWithTheJdk() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            byte[] field = new byte[BYTE_SIZE];
            random.nextBytes(field);
            String whole = new String(field, StandardCharsets.UTF_8);
            int end = whole.indexOf('\0');
            assertThat(load(field))
                    .as("seed=%s round=%s", seed, round)
                    .isEqualTo(end < 0 ? whole : whole.substring(0, end));
        }
    }

    private static String load(byte[] field) {
        return FixedString.load(Memory.of(MemorySegment.ofArray(field)), 0, field.length);
    }
}

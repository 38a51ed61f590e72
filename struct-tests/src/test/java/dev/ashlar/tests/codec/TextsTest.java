package dev.ashlar.tests.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructDump;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text by codecs that take the length of their component. */
class TextsTest {
    private static final Texts TEXTS = new Texts("abc", "ab c", "Grüße", "é", "Grüße", "😀é", null);

    private final Allocator allocator = LinkedListAllocator.over(LinearMemory.create(1));

    private static byte[] padded(String text, Charset charset, int byteSize, char padding) {
        byte[] bytes = text.getBytes(charset);
        byte[] field = Arrays.copyOf(bytes, byteSize);
        Arrays.fill(field, bytes.length, byteSize, (byte) padding);
        return field;
    }

    @Test
    void fields_areBytesOfTheirCharacterSetAndPadding() {
        TextsView view = TextsView.allocate(allocator, TEXTS);
        assertThat(view.asciiBytesToArray()).isEqualTo(padded("abc", US_ASCII, 8, '\0'));
        assertThat(view.spacesBytesToArray()).isEqualTo(padded("ab c", US_ASCII, 8, ' '));
        assertThat(view.latinBytesToArray()).isEqualTo(padded("Grüße", ISO_8859_1, 6, '\0'));
        assertThat(view.latinSpacesBytesToArray()).isEqualTo(padded("é", ISO_8859_1, 6, ' '));
        assertThat(view.wideBytesToArray()).isEqualTo(padded("Grüße", UTF_16LE, 12, '\0'));
        assertThat(view.wideBigBytesToArray()).isEqualTo(padded("😀é", UTF_16BE, 12, '\0'));
        assertThat(view.read()).isEqualTo(TEXTS);
        assertThat(StructDump.of(view)).contains("Grüße");
    }

    @Test
    void fields_thatAreFull_haveNoPadding() {
        TextsView view = TextsView.allocate(allocator, TEXTS);
        view.ascii("12345678").spaces(" 2345678").latin("123456").wide("123456").maybe("abcdef");
        assertThat(view.ascii()).isEqualTo("12345678");
        assertThat(view.spaces()).isEqualTo(" 2345678");
        assertThat(view.wide()).isEqualTo("123456");
        assertThat(view.maybeOrNull()).isEqualTo("abcdef");
        view.spaces("");
        assertThat(view.spaces()).isEmpty();
        assertThat(view.spacesBytes(7)).isEqualTo((byte) ' ');
    }

    /** What other programs wrote: a NUL ends the text, spaces before it are padding where spaces are. */
    @Test
    void fields_ofOthers_areReadWithoutPadding() {
        TextsView view = TextsView.allocate(allocator, TEXTS);
        view.spacesBytesFrom(new byte[] {'a', ' ', 'b', ' ', 0, 'x', 'y', ' '});
        assertThat(view.spaces()).isEqualTo("a b");
        view.asciiBytesFrom(new byte[] {'a', ' ', 0, 'x', 'y', 'z', 0, 0});
        assertThat(view.ascii()).isEqualTo("a ");
        view.asciiBytesFrom(new byte[] {'a', -1, 'b', 0, 0, 0, 0, 0});
        assertThat(view.ascii()).isEqualTo("a�b");
        view.wideBytesFrom(new byte[] {0, 1, 'a', 0, 0, 0, 'b', 0, 0, 0, 0, 0});
        assertThat(view.wide()).isEqualTo("Āa");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ascii | 123456789 | text does not fit its field: encodedByteSize=9 fieldByteSize=8
                    ascii | ü | text has a character that US-ASCII has not
                    spaces | 'a ' | text ends with a space, as the padding of its field does
                    latin | 漢 | text has a character that ISO-8859-1 has not
                    wide | 1234567 | text does not fit its field: encodedByteSize=14 fieldByteSize=12
                    """)
    void text_thatWouldNotComeBack_isRefusedAndChangesNothing(String component, String text, String reason) {
        TextsView view = TextsView.allocate(allocator, TEXTS);
        BiFunction<TextsView, String, TextsView> set = switch (component) {
            case "ascii" -> TextsView::ascii;
            case "spaces" -> TextsView::spaces;
            case "latin" -> TextsView::latin;
            default -> TextsView::wide;
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.apply(view, text))
                .withMessageContaining("struct=dev.ashlar.tests.codec.Texts component=" + component)
                .withMessageContaining(reason);
        assertThat(view.read()).isEqualTo(TEXTS);
    }

    @Test
    void text_withANulOrALoneSurrogate_isRefused() {
        TextsView view = TextsView.allocate(allocator, TEXTS);
        assertThatIllegalArgumentException().isThrownBy(() -> view.ascii("a\0")).withMessageContaining("holds a NUL");
        assertThatIllegalArgumentException().isThrownBy(() -> view.wide("\uD83D"));
        assertThatIllegalArgumentException().isThrownBy(() -> view.wideBig("\uD83D"));
    }

    @Test
    void columnsAndLists_holdThem() {
        TextsColumns columns = TextsColumns.allocate(allocator, 3);
        columns.set(1, TEXTS);
        assertThat(columns.get(1).read()).isEqualTo(TEXTS);
        columns.latin(2, "ö");
        assertThat(columns.latin(2)).isEqualTo("ö");
        TextsList list = TextsList.create(allocator);
        list.add(TEXTS);
        assertThat(list.get(0).read()).isEqualTo(TEXTS);
    }

    @Test
    void description_namesTheCodecAndTheBytes() {
        assertThat(TextsView.type().layoutTable())
                .contains("spaces", "I8[8] by AsciiSpaces")
                .contains("I8[12] by Utf16LittleEndianText");
    }
}

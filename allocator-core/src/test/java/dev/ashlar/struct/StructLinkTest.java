package dev.ashlar.struct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.struct.support.EnumNumbers;
import org.junit.jupiter.api.Test;

class StructLinkTest {
    private static final StructLink POINT = StructLink.of("p.Point", 8, 4, 0xabcL);
    private static final StructLink LINE = StructLink.of("p.Line", 16, 4, 1);

    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void check_whenAllFits_doesNothing() {
        StructLink link = LINE.struct("start", POINT, 8, 4, 0xabcL)
                .constants("colour", EnumNumbers.ordinals(Colour.values(), "RED", "GREEN"));
        assertThat(link).isSameAs(LINE);
        assertThatCode(link::check).doesNotThrowAnyException();
    }

    @Test
    void check_whenAStructDiffers_namesBothSidesEachTime() {
        StructLink link = LINE.struct("start", POINT, 4, 4, 0x1234_5678_9abc_def0L);
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(link::check)
                    .isInstanceOf(StructLinkError.class)
                    .hasMessage(
                            "a struct and one that it holds were compiled with different layouts, compile p.Line anew,"
                                    + " or p.Point if that is the older one:"
                                    + " struct=p.Line component=start holds=p.Point"
                                    + " compiledWith=[byteSize=4 byteAlignment=4 fingerprint=0x123456789abcdef0]"
                                    + " found=[byteSize=8 byteAlignment=4 fingerprint=0x0000000000000abc]");
        }
    }

    @Test
    void check_whenAnythingOfAStructDiffers_throws() {
        assertThatThrownBy(() -> LINE.struct("start", POINT, 16, 4, 0xabcL).check())
                .isInstanceOf(StructLinkError.class);
        assertThatThrownBy(() -> LINE.struct("start", POINT, 8, 8, 0xabcL).check())
                .isInstanceOf(StructLinkError.class);
        assertThatThrownBy(() -> LINE.struct("start", POINT, 8, 4, 0xabdL).check())
                .isInstanceOf(StructLinkError.class);
    }

    @Test
    void check_whenSeveralDiffer_tellsOfTheFirstAndTheInnermost() {
        StructLink broken = LINE.struct("start", POINT, 4, 4, 1).struct("end", POINT, 5, 4, 2);
        assertThat(broken.mismatch()).contains("component=start");
        StructLink around = StructLink.of("p.Figure", 16, 4, 9).struct("line", broken, 16, 4, 1);
        assertThat(around.mismatch()).isEqualTo(broken.mismatch());
        assertThat(around.struct()).isEqualTo("p.Figure");
    }

    @Test
    void struct_whenItIsBeingMade_isACircle() {
        assertThat(LINE.struct("start", null, 8, 4, 0xabcL).mismatch())
                .isEqualTo(
                        "a struct holds itself by way of another that has changed since it was compiled, compile p.Line"
                                + " anew: struct=p.Line component=start");
    }

    @Test
    void broken_keepsTheErrorAsAMessage() {
        StructLink broken = LINE.broken(new NoClassDefFoundError("p/PointView"));
        assertThat(broken.mismatch())
                .isEqualTo("a struct cannot be linked with one that it holds, compile p.Line anew: struct=p.Line"
                        + " failure=java.lang.NoClassDefFoundError: p/PointView");
        assertThat(broken.byteSize()).isEqualTo(16);
    }

    @Test
    void broken_whenAnInitialiserFailed_throwsThat() {
        ExceptionInInitializerError failure = new ExceptionInInitializerError(new IllegalStateException());
        assertThatThrownBy(() -> LINE.broken(failure)).isSameAs(failure);
    }

    @Test
    void constants_whenOthers_areNamed() {
        StructLink link =
                LINE.constants("colour", EnumNumbers.codes(Colour.values(), new long[] {7, 9}, "RED", "BLUE"));
        assertThatThrownBy(link::check)
                .isInstanceOf(StructLinkError.class)
                .hasMessage("the constants of an enum have changed since it was compiled into a struct, compile p.Line"
                        + " anew: struct=p.Line component=colour enum=" + Colour.class.getName()
                        + " compiledWith=[RED=7 BLUE=9] found=[RED GREEN]");
        assertThat(EnumNumbers.ordinals(Colour.values(), "RED").difference()).contains("compiledWith=[RED=0]");
        assertThat(EnumNumbers.ordinals(Colour.values(), "RED", "GREEN", "BLUE").difference())
                .contains("found=[RED GREEN]");
    }

    @Test
    void constants_whenReordered_goByName() {
        EnumNumbers<Colour> numbers = EnumNumbers.codes(Colour.values(), new long[] {7, 9}, "GREEN", "RED");
        assertThat(numbers.difference()).isNull();
        assertThat(numbers.number("colour", Colour.RED)).isEqualTo(9);
        assertThat(numbers.constant("colour", 7)).isEqualTo(Colour.GREEN);
        assertThat(StructComponent.constant("colour", "Colour", StorageType.I32, 0, numbers)
                        .constants())
                .containsExactly(new StructConstant("RED", 9), new StructConstant("GREEN", 7));
    }
}

package dev.ashlar.tests.bitfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructConstant;
import dev.ashlar.struct.StructDump;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Bit-fields that are constants of enums. */
class EnumBitsTest {
    private static final Card CARD =
            new Card(Suit.HEARTS, Mood.GLOOMY, true, null, null, Suit.DIAMONDS, Mood.CHEERFUL, Suit.DIAMONDS);

    @AutoClose
    private final LinearMemory memory = LinearMemory.create(1);

    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @Test
    void record_isWrittenAndRead() {
        CardView view = CardView.allocate(allocator, CARD);
        // 10 is HEARTS, 100 is GLOOMY in three bits.
        assertThat(view.memory().loadU8(0) & 0x3f).isEqualTo(0b1_100_10);
        assertThat(view.read()).isEqualTo(CARD);
        CardView set = CardView.allocate(allocator)
                .suit(Suit.HEARTS)
                .mood(Mood.GLOOMY)
                .open(true)
                .clearTrump()
                .clearAsked()
                .wide(Suit.DIAMONDS)
                .wider(Mood.CHEERFUL)
                .small(Suit.DIAMONDS);
        assertThat(set)
                .isEqualTo(view)
                .hasSameHashCodeAs(view)
                .hasToString(CARD.toString().replace("null", "absent"));
        assertThat(set.memory().loadBytes()).isEqualTo(view.memory().loadBytes());
        assertThat(set.mood(Mood.CHEERFUL).suit()).isEqualTo(Suit.HEARTS);
        assertThat(set.trump(Suit.CLUBS).trump()).isEqualTo(Suit.CLUBS);
        assertThat(set.asked(Suit.CLUBS).askedOrNull()).isEqualTo(Suit.CLUBS);
        assertThatThrownBy(() -> view.asked()).isInstanceOf(NoSuchElementException.class);
        assertThat(view.hasTrump()).isFalse();
    }

    @Test
    void number_isWhatIsStored() {
        CardView view = CardView.allocate(allocator, CARD);
        assertThat(view.suitNumber()).isEqualTo(2).isEqualTo(CardView.suitNumber(Suit.HEARTS));
        assertThat(view.moodNumber()).isEqualTo(-4).isEqualTo(CardView.moodNumber(Mood.GLOOMY));
        assertThat(view.wideNumber()).isEqualTo(1L);
        assertThat(view.widerNumber()).isEqualTo(3L);
        view.memory().fill(0xff);
        assertThat(view.suitNumber()).isEqualTo(3);
        assertThat(view.moodNumber()).isEqualTo(-1);
        assertThat(view.wideNumber()).isEqualTo(0xffff_ffffL);
        assertThat(view.widerNumber()).isEqualTo(-1);
        assertThatIllegalStateException()
                .isThrownBy(view::suit)
                .withMessage(
                        "no constant has the number that is stored; the accessor whose name ends in Number returns it:"
                                + " struct=dev.ashlar.tests.bitfield.Card component=suit number=3"
                                + " enum=dev.ashlar.tests.bitfield.Suit");
        assertThatIllegalStateException().isThrownBy(view::wider).withMessageContaining("number=-1");
        assertThatIllegalStateException().isThrownBy(view::read);
        assertThat(view.toString()).startsWith("Card[suit=3, mood=-1, open=true, trump=absent, asked=3");
        assertThat(StructDump.of(view)).contains("suit = 3 (no constant) (bits 0:2)", "trump = absent");
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void null_isRefused() {
        CardView view = CardView.allocate(allocator, CARD);
        assertThatThrownBy(() -> view.suit(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=suit");
        assertThatThrownBy(() ->
                        view.write(new Card(Suit.CLUBS, null, true, null, null, Suit.CLUBS, Mood.CHEERFUL, Suit.CLUBS)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=mood");
        assertThat(view.read()).isEqualTo(CARD);
    }

    @Test
    void bigEndian_countsFromTheMostSignificantBit() {
        BigCardView view = BigCardView.allocate(allocator, new BigCard(Suit.DIAMONDS, Mood.GLOOMY, 0));
        assertThat(view.memory().loadU8(0)).isEqualTo(0b01_100_000);
        assertThat(view.rest(-1).suit(Suit.HEARTS).mood(Mood.CHEERFUL).read())
                .isEqualTo(new BigCard(Suit.HEARTS, Mood.CHEERFUL, -1));
    }

    @Test
    void map_andList_takeThem() {
        CardMap cards = CardMap.create(allocator);
        assertThat(cards.put(CARD)).isTrue();
        assertThat(Objects.requireNonNull(cards.get(Suit.HEARTS, Mood.GLOOMY), "not found")
                        .read())
                .isEqualTo(CARD);
        assertThat(cards.contains(Suit.HEARTS, Mood.CHEERFUL)).isFalse();
        CardList list = CardList.create(allocator);
        list.add(CARD);
        assertThat(list.get(0).suit()).isEqualTo(Suit.HEARTS);
    }

    @Test
    void description_hasTheConstants() {
        assertThat(CardView.type().component("mood").kind())
                .isEqualTo(new ComponentKind.Bits(
                        StorageType.I32,
                        2,
                        3,
                        false,
                        List.of(new StructConstant("GLOOMY", -4), new StructConstant("CHEERFUL", 3))));
        assertThat(CardView.type().component("suit").constants())
                .extracting(StructConstant::name)
                .containsExactly("CLUBS", "DIAMONDS", "HEARTS");
        assertThat(CardView.type().component("suit")).hasToString("suit: U32 bits 0:2 at 0");
        assertThat(StructDump.of(CardView.allocate(allocator, CARD)))
                .contains("suit = HEARTS (2) (bits 0:2)", "mood = GLOOMY (-4) (bits 2:3)");
    }
}

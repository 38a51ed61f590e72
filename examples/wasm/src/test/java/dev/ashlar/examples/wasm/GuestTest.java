package dev.ashlar.examples.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.ashlar.memory.Memory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What host and guest give each other, in both directions, and what happens when they go wrong. */
class GuestTest {
    private final Guest guest = new Guest();

    @AfterEach
    void close() {
        guest.close();
    }

    @Test
    void guest_changesThePersonOfTheHost() {
        PersonView person = PersonView.allocate(guest.allocator(), new Person(7, 1.5, 30));
        guest.call("birthday", person.memory().offset());
        assertThat(person.read()).isEqualTo(new Person(7, 1.5, 31));
    }

    @Test
    void host_readsAndChangesThePersonOfTheGuest() {
        long address = guest.call("newPerson", -2, Double.doubleToRawLongBits(1.25), 99);
        assertThat(address).isLessThan(65_536);
        PersonView person = PersonView.at(guest.lent(address, PersonView.BYTE_SIZE));
        assertThat(person.read()).isEqualTo(new Person(-2, 1.25, 99));
        person.age(1);
        guest.call("birthday", address);
        assertThat(person.age()).isEqualTo(2);
        assertThatIllegalStateException().isThrownBy(person::free);
    }

    @Test
    void guest_findsThePersonInTheArrayOfTheHost() {
        PersonArray people = PersonArray.copyOf(
                guest.allocator(), List.of(new Person(1, 1.5, 1), new Person(2, 1.9, 2), new Person(3, 1.8, 3)));
        long address = people.memory().offset();
        assertThat(guest.call("tallest", address, 3)).isEqualTo(address + PersonView.BYTE_SIZE);
        assertThat(guest.call("tallest", address, 1)).isEqualTo(address);
        assertThat(guest.call("tallest", address, 0)).isZero();
    }

    @Test
    void guest_handsABlockOfTheHostsAllocatorOver() {
        PersonArray people =
                PersonArray.copyOf(guest.allocator(), List.of(new Person(1, 1.5, 1), new Person(2, 1.9, 2)));
        long address = guest.call("copyOfTallest", people.memory().offset(), 2);
        assertThat(guest.allocator().stats().liveBlocks()).isEqualTo(2);
        PersonView copy = PersonView.at(guest.handedOver(address, PersonView.BYTE_SIZE));
        assertThat(copy.read()).isEqualTo(new Person(2, 1.9, 2));
        copy.free();
        assertThat(guest.allocator().stats().liveBlocks()).isEqualTo(1);
        assertThatIllegalStateException().isThrownBy(() -> guest.handedOver(address, PersonView.BYTE_SIZE));
    }

    @Test
    void union_goesBothWays() {
        ShapeView shape = ShapeView.allocate(guest.allocator(), new Shape.Rect(3, 4));
        assertThat(guest.callF64("area", shape.memory().offset())).isEqualTo(12);
        shape.write(new Shape.Circle(2));
        assertThat(guest.callF64("area", shape.memory().offset())).isCloseTo(4 * Math.PI, within(1e-12));

        long bounds = guest.call("boundsOfCircle", shape.memory().offset());
        ShapeView rect = ShapeView.at(guest.handedOver(bounds, ShapeView.BYTE_SIZE));
        assertThat(rect.tag()).isEqualTo(ShapeView.Tag.RECT);
        assertThat(rect.read()).isEqualTo(new Shape.Rect(4, 4));
    }

    @Test
    void growth_byTheGuest_keepsViews() {
        PersonView person = PersonView.allocate(guest.allocator(), new Person(1, 2, 3));
        long pages = guest.memory().pages();
        assertThat(guest.call("grow", 3)).isEqualTo(pages);
        assertThat(guest.memory().pages()).isEqualTo(pages + 3);
        assertThat(person.read()).isEqualTo(new Person(1, 2, 3));
        assertThat((int) guest.call("grow", 1000)).isEqualTo(-1);
    }

    @Test
    void trap_saysWhatWasCalledAndWhy() {
        assertThatExceptionOfType(GuestException.class)
                .isThrownBy(() -> guest.call("birthday", 0x7FFF_FFF0))
                .withMessageContaining("function=birthday arguments=[2147483632]")
                .withMessageContaining("out of bounds memory access");
    }

    @Test
    void unknownTag_isATrapInTheGuestAndAnErrorInTheHost() {
        ShapeView shape = ShapeView.allocate(guest.allocator());
        shape.memory().storeI32(0, 7);
        assertThatExceptionOfType(GuestException.class)
                .isThrownBy(() -> guest.call("area", shape.memory().offset()))
                .withMessageContaining("function=area");
        assertThatIllegalStateException().isThrownBy(shape::read).withMessageContaining("7");
    }

    @Test
    void noRoom_isATrapOnEitherSide() {
        assertThatExceptionOfType(GuestException.class)
                .isThrownBy(() -> guest.call("allocate", 65_536))
                .withMessageContaining("function=allocate");
        assertThatExceptionOfType(GuestException.class)
                .isThrownBy(() -> guest.call("askFor", 64 * 65_536))
                .withMessageContaining("function=askFor");
        assertThatExceptionOfType(GuestException.class).isThrownBy(() -> guest.call("askFor", 0));
        assertThat(guest.allocator().stats().liveBlocks()).isZero();
    }

    @Test
    void address_whenTheGuestMadeItUp_isRefused() {
        Memory block = guest.allocator().allocate(48);
        assertThatIllegalStateException().isThrownBy(() -> guest.handedOver(block.offset() + 16, 24));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> guest.lent(-1, PersonView.BYTE_SIZE));
    }
}

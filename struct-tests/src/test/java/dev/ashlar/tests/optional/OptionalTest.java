package dev.ashlar.tests.optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructDump;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Components that may have no value: where that lies, and what is refused. */
class OptionalTest {
    private final Allocator allocator = LinkedListAllocator.over(LinearMemory.create(1));

    private static Sentinels sentinels() {
        return new Sentinels(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                null,
                null,
                null);
    }

    @Test
    void bits_lieBehindTheComponentsInOrder() {
        PersonView person = PersonView.allocate(allocator, new Person(7, null, 1.75));
        assertThat(PersonView.OFFSET_PRESENCE).isEqualTo(16);
        assertThat(person.memory().loadU8(16)).isEqualTo(0b10);
        person.age(3);
        assertThat(person.memory().loadU8(16)).isEqualTo(0b11);
        person.clearHeight();
        assertThat(person.memory().loadU8(16)).isEqualTo(0b01);
        assertThat(person.memory().loadI64(8)).isZero();
    }

    @Test
    void bits_ofMoreThanEight_takeFurtherBytesAndLeaveUnusedOnesAlone() {
        EverythingView all = EverythingView.allocate(allocator);
        all.memory().storeI8(EverythingView.OFFSET_PRESENCE + 3, 0x80);
        all.id(java.util.UUID.randomUUID());
        assertThat(all.memory().loadU8(EverythingView.OFFSET_PRESENCE + 3)).isEqualTo(0x81);
        assertThat(all.hasPrice()).isFalse();
    }

    @Test
    void struct_whenZeroed_hasNoValues() {
        Everything all = EverythingView.allocate(allocator).read();
        assertThat(all.i32()).isNull();
        assertThat(all.optionalInt()).isEmpty();
        assertThat(all.shape()).isNull();
        assertThat(all.id()).isNull();
    }

    @Test
    void getter_whenAbsent_namesTheComponentOfItsStruct() {
        PersonView person = PersonView.allocate(allocator);
        assertThatThrownBy(person::age)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("component holds no value; ask first, or read it with a value to use instead:"
                        + " struct=dev.ashlar.tests.optional.Person component=age");
        assertThat(person.ageOr(-1)).isEqualTo(-1);
    }

    @Test
    void getter_ofAFreedStruct_throwsAsForAnyOther() {
        PersonView person = PersonView.allocate(allocator, new Person(1, 2, 3.0));
        person.free();
        assertThatThrownBy(person::hasAge).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(person::age).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> person.age(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(person::clearAge).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void setter_whenRefused_leavesTheComponentAbsent() {
        EverythingView all = EverythingView.allocate(allocator);
        assertThatThrownBy(() -> all.u8((short) 256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> all.text("too long")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> all.created(Instant.MAX)).isInstanceOf(IllegalArgumentException.class);
        assertThat(all.hasU8() || all.hasText() || all.hasCreated()).isFalse();
    }

    @Test
    void write_whenALaterComponentIsRefused_changesNothing() {
        SentinelsView view = SentinelsView.allocate(allocator, sentinels());
        byte[] before = view.memory().loadBytes();
        Sentinels wrong = Values.with(Values.with(sentinels(), "i32", 5), "created", Instant.MIN);
        assertThatThrownBy(() -> view.write(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThat(view.memory().loadBytes()).isEqualTo(before);
    }

    @Test
    void sentinel_isWhatIsStored() {
        SentinelsView view = SentinelsView.allocate(allocator, sentinels());
        Memory memory = view.memory();
        assertThat(memory.loadI8(SentinelsView.OFFSET_I8)).isEqualTo((byte) -128);
        assertThat(memory.loadI32(SentinelsView.OFFSET_I32)).isEqualTo(-1);
        assertThat(memory.loadI64(SentinelsView.OFFSET_I64)).isEqualTo(Long.MIN_VALUE);
        assertThat(memory.loadF32(SentinelsView.OFFSET_F32)).isNaN();
        assertThat(memory.loadF64(SentinelsView.OFFSET_F64)).isEqualTo(-1.5);
        assertThat(memory.loadU8(SentinelsView.OFFSET_U8)).isEqualTo(255);
        assertThat(memory.loadU32(SentinelsView.OFFSET_U32)).isEqualTo(0xFFFF_FFFFL);
        assertThat(memory.loadI32(SentinelsView.OFFSET_COLOR)).isEqualTo(-1);
        assertThat(memory.loadI64(SentinelsView.OFFSET_CREATED)).isEqualTo(Long.MIN_VALUE);
        assertThat(view.read()).isEqualTo(sentinels());
    }

    @Test
    void sentinel_ofNan_isEveryNan() {
        SentinelsView view = SentinelsView.allocate(allocator, sentinels());
        view.memory().storeI32(SentinelsView.OFFSET_F32, 0xFFC0_1234);
        assertThat(view.hasF32()).isFalse();
        assertThat(view.f32(1.5f).hasF32()).isTrue();
        assertThatThrownBy(() -> view.f32(Float.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.optionalDouble(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(view.f64(Double.NaN).hasF64()).isTrue();
    }

    @Test
    void setter_whenTheValueIsTheSentinel_isRefused() {
        SentinelsView view =
                SentinelsView.allocate(allocator, sentinels()).u8(1).u32(1).color(Color.RED);
        assertThatThrownBy(() -> view.u8(255))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value stands for absence; clear the component instead:"
                        + " struct=dev.ashlar.tests.optional.Sentinels component=u8 value=255");
        assertThatThrownBy(() -> view.u32(0xFFFF_FFFFL)).hasMessageEndingWith("component=u32 value=4294967295");
        assertThatThrownBy(() -> view.i16((short) 0)).hasMessageEndingWith("component=i16 value=0");
        assertThatThrownBy(() -> view.letter('\uffff')).hasMessageEndingWith("component=letter value=65535");
        assertThatThrownBy(() -> view.bits(15)).hasMessageEndingWith("component=bits value=15");
        assertThatThrownBy(() -> view.createdNanos(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.write(Values.with(sentinels(), "i32", -1)))
                .hasMessageEndingWith("component=i32 value=-1");
        assertThat(view.u8()).isEqualTo(1);
        assertThat(view.clearColor().colorOrNull()).isNull();
    }

    @Test
    void struct_whenAbsent_isMadePresentInPlaceOrCopied() {
        EverythingView all = EverythingView.allocate(allocator);
        assertThatThrownBy(all::point).isInstanceOf(NoSuchElementException.class);
        all.newPoint().y(3);
        assertThat(all.read().point()).isEqualTo(new Point(0, 3));
        PointView other = PointView.allocate(allocator, new Point(4, 5));
        assertThat(all.clearPoint().point(other).point().x()).isEqualTo(4);
        assertThat(all.pointOr(other).y()).isEqualTo(5);
        assertThat(all.clearPoint().pointOr(other)).isEqualTo(other);
        assertThat(all.newPoint().read()).isEqualTo(new Point(0, 0));
    }

    @Test
    void codec_hasTheStoredFormBesideIt() {
        EverythingView all = EverythingView.allocate(allocator);
        assertThat(all.createdNanosOr(-1)).isEqualTo(-1);
        assertThatThrownBy(all::createdNanos).isInstanceOf(NoSuchElementException.class);
        assertThat(all.createdNanos(5).created()).isEqualTo(Instant.ofEpochSecond(0, 5));
        assertThatThrownBy(() -> all.idBytes(0)).isInstanceOf(NoSuchElementException.class);
        assertThat(all.priceUnscaled(1234).price()).isEqualTo("12.34");
    }

    @Test
    void equals_ofAbsentComponents_ignoresTheirBytes() {
        PersonView one = PersonView.allocate(allocator, new Person(1, null, 2.0));
        PersonView other = PersonView.allocate(allocator, new Person(1, null, 2.0));
        other.memory().storeI32(PersonView.OFFSET_AGE, 77);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(PersonView.allocate(allocator, new Person(1, 0, 2.0)));
        assertThat(one).hasToString("Person[id=1, age=absent, height=2.0]");
    }

    @Test
    void reference_inAnAbsentStruct_isNotAskedForItsMemory() {
        LinkView first = LinkView.allocate(allocator, new Link(null, 4));
        LinkView second = LinkView.allocate(allocator, new Link(new Link.Target(Ref.to(first)), null));
        assertThat(second.target().next()).isEqualTo(first);
        assertThat(LinkView.OFFSET_PRESENCE).isNotEqualTo(LinkView.OFFSET_PRESENCE_);
        assertThat(first.presence()).isEqualTo(4);
        LinkView foreign = LinkView.allocate(LinkedListAllocator.over(LinearMemory.create(1)), new Link(null, 1));
        assertThatThrownBy(() -> foreign.target(new Link.Target(Ref.to(first))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(foreign.hasTarget()).isFalse();
    }

    @Test
    void tail_followsThePresenceBits() {
        NoteView note = NoteView.allocate(allocator, new Note(null, new Point(1, 2), "text"));
        assertThat(note.read()).isEqualTo(new Note(null, new Point(1, 2), "text"));
        assertThat(note.author(9).clearPlace().read()).isEqualTo(new Note(9, null, "text"));
        note.write(new Note(null, null, "more"));
        assertThat(note.read()).isEqualTo(new Note(null, null, "more"));
    }

    @Test
    void description_tellsWhatIsPresent() {
        PersonView person = PersonView.allocate(allocator, new Person(1, null, 2.0));
        var type = PersonView.type();
        assertThat(type.isPresent(type.component("id"), person.memory(), 0)).isTrue();
        assertThat(type.isPresent(type.component("age"), person.memory(), 0)).isFalse();
        assertThat(type.isPresent(type.component("height"), person.memory(), 0)).isTrue();
        SentinelsView sentinels = SentinelsView.allocate(allocator, sentinels()).bits(3);
        for (var component : SentinelsView.type().components()) {
            assertThat(SentinelsView.type().isPresent(component, sentinels.memory(), 0))
                    .as(component.name())
                    .isEqualTo(component.name().equals("bits"));
        }
        assertThat(type.layout().byteSize()).isEqualTo(24);
        assertThatThrownBy(() -> type.isPresent(PointView.type().component("x"), person.memory(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> type.isPresent(ReadingView.type().component("id"), person.memory(), 0))
                .hasMessage(
                        "component of another struct: struct=dev.ashlar.tests.optional.Person component=id: I32 at 0");
        assertThatThrownBy(() -> type.isPresent(type.component("id"), person.memory(), -40))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void dump_printsWhatIsAbsent() {
        PersonView person = PersonView.allocate(allocator, new Person(1, null, 2.0));
        assertThat(StructDump.of(person).lines().skip(1))
                .containsExactly(
                        "    0  01 00 00 00              id = 1",
                        "    4  00 00 00 00              age = absent",
                        "    8  00 00 00 00 00 00 00 40  height = 2.0",
                        "   16  02                       presence = height",
                        "   17  00 00 00 00 00 00 00     (padding)");
    }

    @Test
    void column_whenFilled_isPresentInItsRowsAlone() {
        ReadingColumns columns = ReadingColumns.allocate(allocator, 21);
        columns.slice(3, 18).fillLevel(7);
        for (int index = 0; index < 21; index++) {
            assertThat(columns.hasLevel(index)).isEqualTo(index >= 3 && index < 18);
        }
        columns.clearLevel(10).fillTakenNanos(5);
        assertThat(columns.levelOr(10, -1)).isEqualTo(-1);
        assertThat(columns.taken(20)).isEqualTo(Instant.ofEpochSecond(0, 5));
        assertThat(columns.slice(3, 18).validityOffset()).isEqualTo(3);
        assertThat(columns.slice(3, 18).levelValidity().byteSize()).isEqualTo(3);
        assertThatThrownBy(() -> columns.level(0)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> columns.hasLevel(21)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(columns.count(2, 9L).read(2).count()).isEqualTo(OptionalLong.of(9));
        assertThat(columns.newPlace(4).x(8).y(9)).isNotNull();
        assertThat(columns.read(4).place()).isEqualTo(new Point(8, 9));
    }

    @Test
    void bean_hasPropertiesThatMayBeNull() {
        BeanView bean = BeanView.allocate(allocator);
        assertThat(bean.getAgeOrNull()).isNull();
        assertThat(bean.setAgeOrNull(3).getHasAge()).isTrue();
        assertThat(bean.setAgeOrNull(null).getHasAge()).isFalse();
        assertThat(bean.setAge(5).ageOr(1)).isEqualTo(5);
        assertThat(bean.component1()).isEqualTo(5);
        assertThat(bean.component2()).isNull();
        assertThat(bean.getIsOpenOrNull()).isNull();
        assertThat(bean.setColorOrNull(Color.BLUE).getColor()).isEqualTo(Color.BLUE);
        assertThat(bean.setAtOrNull(new Point(1, 2)).getAt().x()).isEqualTo(1);
        assertThat(bean.memory().loadI32(0)).isEqualTo(Integer.reverseBytes(5));
    }

    /** A name of one letter starts the names of many methods, but is none of them. */
    @Test
    void names_ofOneLetter_renameNothing() {
        LettersView letters = LettersView.allocate(allocator, new Letters(3, 4, 5));
        assertThat(letters.hasLevel()).isTrue();
        letters.clearLevel();
        assertThat(letters.hasLevel()).isFalse();
        assertThat(letters.h() + letters.c()).isEqualTo(9);
    }
}

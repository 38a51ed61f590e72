package dev.ashlar.tests.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructType;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The behaviour of generated views. */
class ViewTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void constants_whenPerson() {
        assertThat(PersonView.BYTE_SIZE).isEqualTo(24);
        assertThat(PersonView.BYTE_ALIGNMENT).isEqualTo(8);
        assertThat(PersonView.OFFSET_ID).isEqualTo(0);
        assertThat(PersonView.OFFSET_HEIGHT).isEqualTo(8);
        assertThat(PersonView.OFFSET_AGE).isEqualTo(16);
    }

    @Test
    void allocate_whenNoValue_isZero() {
        PersonView person = PersonView.allocate(allocator);
        assertThat(person.read()).isEqualTo(new Person(0, 0, 0));
        assertThat(person.byteOffset()).isZero();
        assertThat(person.memory().length()).isEqualTo(24);
    }

    @Test
    void readWrite_whenPerson_isInPlace() {
        PersonView person = PersonView.allocate(allocator, new Person(12345, 175.5, 25));
        assertThat(person.memory().loadI32(0)).isEqualTo(12345);
        assertThat(person.memory().loadF64(8)).isEqualTo(175.5);
        assertThat(person.memory().loadI32(16)).isEqualTo(25);
        assertThat(person.id(7).age(-1).read()).isEqualTo(new Person(7, 175.5, -1));
        assertThat(PersonView.at(person.memory()).id()).isEqualTo(7);
    }

    @Test
    void readWrite_whenExtremes_isExact() {
        List<Primitives> values = List.of(
                new Primitives(
                        Byte.MIN_VALUE,
                        Short.MIN_VALUE,
                        Integer.MIN_VALUE,
                        Long.MIN_VALUE,
                        Float.MIN_VALUE,
                        Double.NEGATIVE_INFINITY,
                        true,
                        Character.MAX_VALUE),
                new Primitives((byte) -1, (short) -1, -1, -1, -0.0f, Double.NaN, false, '\u00ff'),
                new Primitives(
                        Byte.MAX_VALUE,
                        Short.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        Float.NaN,
                        -0.0,
                        true,
                        '\0'));
        for (Primitives value : values) {
            PrimitivesView view = PrimitivesView.allocate(allocator, value);
            assertThat(view.read()).isEqualTo(value);
            assertThat(PrimitivesView.allocate(allocator, value))
                    .isEqualTo(view)
                    .hasSameHashCodeAs(view);
            assertThat(view).hasToString(value.toString());
        }
    }

    @Test
    void booleanGetter_whenAnyBitIsSet_isTrue() {
        FlagView flag = FlagView.allocate(allocator);
        flag.memory().storeI8(0, 0x80);
        assertThat(flag.on()).isTrue();
        flag.on(true);
        assertThat(flag.memory().loadU8(0)).isEqualTo(1);
    }

    @Test
    void at_whenRangeDoesNotFit_throws() {
        Memory memory = Memory.of(MemorySegment.ofArray(new byte[30]));
        PersonView.at(memory, 6).id(1);
        for (long offset : new long[] {-1, 7, 30, 31, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> PersonView.at(memory, offset))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("offset=" + offset);
            assertThatThrownBy(() -> PersonView.type().at(memory, offset))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void allocate_whenValueIsRefused_takesNothing() {
        try (LinearMemory memory = LinearMemory.createOnHeap(1)) {
            Allocator bump = BumpAllocator.over(memory, 4096, 4096);
            assertThatThrownBy(() -> CityView.allocate(bump, new City(1, "far too long", 2)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> CityView.allocate(bump, null)).isInstanceOf(NullPointerException.class);
            assertThat(bump.stats().peakUsedByteSize()).isZero();
            assertThat(CityView.allocate(bump, new City(1, "short", 2)).name()).isEqualTo("short");
        }
    }

    @Test
    void accessors_whenFreed_throw() {
        PersonView person = PersonView.allocate(allocator, new Person(1, 2, 3));
        PersonView same = PersonView.at(person.memory());
        person.free();
        assertThat(allocator.liveBlocks()).isZero();
        assertThatThrownBy(same::id).isInstanceOf(IllegalStateException.class).hasMessageContaining("freed");
        assertThatThrownBy(() -> same.id(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(same::read).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> same.write(new Person(1, 2, 3))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(same::free).isInstanceOf(IllegalStateException.class).hasMessageContaining("freed");
        assertThat(person).hasToString("Person[freed]");
    }

    @Test
    void accessors_whenMemoryIsClosed_throw() {
        PersonView person = PersonView.allocate(allocator);
        allocator.memory().close();
        assertThatThrownBy(person::id).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThatThrownBy(person::free).isInstanceOf(IllegalStateException.class);
        assertThat(person).hasToString("Person[closed]");
    }

    @Test
    void toString_whenUnreadable_doesNotThrow() throws InterruptedException {
        try (Arena arena = Arena.ofConfined()) {
            PersonView person = PersonView.at(Memory.of(arena.allocate(24)));
            String[] text = new String[1];
            Thread other = new Thread(() -> text[0] = person.toString());
            other.start();
            other.join();
            assertThat(text[0]).isEqualTo("Person[unreadable: WrongThreadException]");
        }
    }

    @Test
    void free_whenNotAllOfTheHandle_isRefused() {
        Memory block = allocator.allocate(48);
        for (long offset : new long[] {0, 24}) {
            assertThatThrownBy(() -> PersonView.at(block, offset).free())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("byteOffset=" + offset + " byteSize=24 handleLength=48");
        }
        assertThat(block.isAlive()).isTrue();
        PersonView unowned = PersonView.at(allocator.memory().span(0, 24));
        assertThatThrownBy(unowned::free).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void write_whenStringIsRefused_changesNothing() {
        City before = new City(1, "Grenoble", 2);
        CityView city = CityView.allocate(allocator, before);
        for (String refused : List.of("too long!", "ééééé", "a\0b", "\ud800", "\udc00x")) {
            assertThatThrownBy(() -> city.write(new City(9, refused, 9)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("component=name");
            assertThatThrownBy(() -> city.id(1).name(refused)).isInstanceOf(IllegalArgumentException.class);
            assertThat(city.read()).isEqualTo(before);
        }
        assertThatThrownBy(() -> city.name(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> city.write(new City(9, null, 9)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> city.write(null)).isInstanceOf(NullPointerException.class);
        assertThat(city.read()).isEqualTo(before);
    }

    @Test
    void write_whenAccessorThrows_changesNothing() {
        MoodyView moody = MoodyView.allocate(allocator);
        assertThatThrownBy(() -> moody.write(new Moody(7, 8))).isInstanceOf(ArithmeticException.class);
        assertThat(moody.a()).isZero();
    }

    @Test
    void read_whenConstructorThrows_passesItOn() {
        PositiveView view = PositiveView.allocate(allocator);
        assertThatThrownBy(view::read).isInstanceOf(ArithmeticException.class).hasMessage("not positive");
    }

    @Test
    void allocate_whenValueIsRefused_leavesNothingAllocated() {
        assertThatThrownBy(() -> CityView.allocate(allocator, new City(1, "much too long", 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.liveBlocks()).isZero();
    }

    @Test
    void string_whenShortEmptyOrFull_isReadBack() {
        CityView city = CityView.allocate(allocator, new City(1, "Grenoble", -1));
        assertThat(city.people()).isEqualTo(-1);
        for (String name : List.of("", "a", "1234567", "12345678", "éééé", "\ud83d\ude00\ud83d\ude00")) {
            assertThat(city.name(name).name()).isEqualTo(name);
        }
        assertThat(city.read()).isEqualTo(new City(1, "\ud83d\ude00\ud83d\ude00", -1));
        assertThat(city.name("ab").memory().loadBytes(4, 8)).containsExactly('a', 'b', 0, 0, 0, 0, 0, 0);
    }

    @Test
    void string_whenBytesAreMalformed_readsReplacementCharacters() {
        CityView city = CityView.allocate(allocator);
        city.memory().storeBytes(4, new byte[] {'a', (byte) 0xff, 'b', 0, 'c', 0, 0, 0});
        assertThat(city.name()).isEqualTo("a\ufffdb");
        assertThat(city).hasToString("City[id=0, name=a\ufffdb, people=0]");
    }

    @Test
    @SuppressWarnings("SelfAssertion") // a view equals itself
    void equals_goesByContents() {
        PersonView one = PersonView.allocate(allocator, new Person(1, 0.0, 3));
        PersonView two = PersonView.allocate(allocator, new Person(1, 0.0, 3));
        two.memory().storeI32(4, 0xdead);
        two.memory().storeI32(20, 0xbeef);
        assertThat(one).isEqualTo(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(one).isNotEqualTo(null).isNotEqualTo(new Person(1, 0.0, 3));
        assertThat(two.height(-0.0)).isNotEqualTo(one);
        assertThat(two.height(Double.NaN)).isEqualTo(PersonView.allocate(allocator, two.read()));
        assertThat(two.height(0.0).id(2)).isNotEqualTo(one);
    }

    @Test
    void type_describesTheStruct() {
        StructType<City, CityView> type = CityView.type();
        assertThat(type).isSameAs(CityView.allocate(allocator).structType()).isSameAs(CityView.type());
        assertThat(type.name()).isEqualTo("dev.ashlar.tests.view.City");
        assertThat(type.byteSize()).isEqualTo(24);
        assertThat(type.byteAlignment()).isEqualTo(8);
        assertThat(type.components())
                .extracting(StructComponent::toString)
                .containsExactly("id: I32 at 0", "name: U8[8] at 4", "people: I64 at 16");
        assertThat(type.layoutTable())
                .startsWith("dev.ashlar.tests.view.City: 24 bytes, aligned to 8, 4 of them padding\n");
        CityView city = type.allocate(allocator);
        assertThat(type.at(city.memory(), 0)).isEqualTo(city);
    }

    @Test
    void layout_isCompleteAndNamed() {
        ValueLayout.OfInt i32 = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
        ValueLayout.OfLong i64 = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
        assertThat(CityView.layout())
                .isEqualTo(MemoryLayout.structLayout(
                                i32.withName("id"),
                                MemoryLayout.sequenceLayout(8, ValueLayout.JAVA_BYTE)
                                        .withName("name"),
                                MemoryLayout.paddingLayout(4),
                                i64.withName("people"))
                        .withName("City"));
        assertThat(CityView.layout()).isSameAs(CityView.layout());
    }

    /** The state that a thread can see through a data race: the place is still 0, or the handle still missing. */
    @Test
    // Callers outside of null-marked code can pass null, and of each call only its failure matters.
    @SuppressWarnings({"NullAway", "ReturnValueIgnored"})
    void view_whenSeenHalfBuilt_reachesNoByte() throws IllegalAccessException, NoSuchFieldException {
        PartView part = PartView.allocate(allocator);
        WholeArray wholes = WholeArray.allocate(allocator, 2);
        wholes.memory().fill(0, 7, wholes.memory().length());
        Whole value = WholeView.allocate(allocator).read();
        WholeView withoutPlace = wholes.get(1);
        Field place = WholeView.class.getDeclaredField("flippedOffset");
        place.setAccessible(true);
        place.setLong(withoutPlace, 0);
        for (WholeView half : List.of(withoutPlace, new WholeView(null, 0))) {
            List<Runnable> uses = List.of(
                    half::id,
                    () -> half.id(1),
                    half::name,
                    () -> half.name("x"),
                    half::bits,
                    () -> half.bits(1),
                    () -> half.numbers(1),
                    () -> half.numbers(1, 2),
                    () -> half.numbersFrom(new int[3]),
                    () -> half.part().x(),
                    () -> half.part().x(1),
                    () -> half.part(part),
                    () -> half.part(new Part(1)),
                    () -> half.parts(0).x(),
                    () -> half.parts(0).x(1),
                    half::self,
                    () -> half.self(null),
                    half::selfAddress,
                    half::count,
                    () -> half.count(1),
                    () -> half.countGetAndAdd(1),
                    half::read,
                    () -> half.write(value),
                    half::free,
                    () -> wholes.set(1, half),
                    () -> wholes.get(0).self(half),
                    () -> half.selfChain().iterator(),
                    () -> Ref.to(half),
                    half::hashCode,
                    () -> half.equals(wholes.get(0)));
            assertThat(uses)
                    .allSatisfy(use -> assertThatThrownBy(use::run)
                            .isInstanceOfAny(
                                    IndexOutOfBoundsException.class,
                                    NullPointerException.class,
                                    IllegalStateException.class));
        }
        assertThat(wholes.memory().loadBytes(0, (int) wholes.memory().length())).containsOnly(7);
        assertThat(part.x()).isZero();
    }
}

package dev.ashlar.tests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal of a component names its struct and the component, whichever method refuses it. */
@SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
class MessagesTest {
    private static final String HERE = "struct=dev.ashlar.tests.messages.";

    private static final Part PART = new Part(1, 2, "ab");
    private static final Whole GOOD = new Whole(
            1,
            2,
            "ab",
            Colour.RED,
            MemorySegment.NULL,
            Ref.none(),
            PART,
            new int[2],
            new int[2],
            new Colour[] {Colour.RED, Colour.RED},
            new Part[] {PART, PART},
            new Either.Right(3));

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    private final WholeView view = WholeView.allocate(allocator, GOOD);

    /** A record, what is wrong with it, and how that is named. */
    static Stream<Arguments> records() {
        return Stream.of(
                arguments(with(1, 256), "level value=256 storageType=U8"),
                arguments(with(2, 8), "flags value=8 bits=3"),
                arguments(with(3, "abcde"), "name utf8ByteSize=5 fieldByteSize=4"),
                arguments(with(3, null), "name"),
                arguments(with(3, "a\0b"), "name index=1"),
                arguments(with(3, "a\ud800b"), "name index=1 codeUnit=d800"),
                arguments(with(4, null), "colour"),
                arguments(with(5, MemorySegment.ofArray(new byte[1])), "pointer"),
                arguments(with(5, null), "pointer"),
                arguments(with(6, null), "next"),
                arguments(with(7, null), "part"),
                arguments(with(7, new Part(-1, 0, "")), "part.level value=-1 storageType=U8"),
                arguments(with(7, new Part(0, 9, "")), "part.flags value=9 bits=3"),
                arguments(with(7, new Part(0, 0, null)), "part.name"),
                arguments(with(8, new int[3]), "xs arrayLength=3 length=2"),
                arguments(with(9, new int[] {0, 256}), "levels[1] value=256 storageType=U8"),
                arguments(with(10, new Colour[] {Colour.RED, null}), "colours[1]"),
                arguments(with(11, new Part[] {PART, null}), "parts[1]"),
                arguments(with(11, new Part[] {PART, new Part(0, 0, "abcde")}), "parts[1].name utf8ByteSize=5"),
                arguments(with(12, null), "either"),
                arguments(with(12, new Either.Left(null)), "either.text"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void record_whenAComponentIsRefused_namesBoth(Whole record, String component) {
        String expected = ": " + HERE + "Whole component=" + component;
        try (WholeArray array = WholeArray.allocate(allocator, 1);
                WholeList list = WholeList.create(allocator)) {
            for (ThrowingCallable refused : new ThrowingCallable[] {
                () -> view.write(record),
                () -> WholeView.allocate(allocator, record),
                () -> array.set(0, record),
                () -> list.add(record)
            }) {
                assertThatThrownBy(refused)
                        .isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class)
                        .satisfies(failure ->
                                assertThat(failure.getMessage() + " ").contains(expected + " "));
            }
        }
        assertThat(view.level()).isEqualTo(1);
    }

    @Test
    void record_whenNull_namesTheStruct() {
        assertThatThrownBy(() -> view.write(null)).hasMessageEndingWith(": " + HERE + "Whole");
        assertThatThrownBy(() -> WholeView.allocate(allocator, null)).hasMessageEndingWith(": " + HERE + "Whole");
        assertThatThrownBy(() -> view.either().write(null)).hasMessageEndingWith(": " + HERE + "Either");
    }

    /** A call, and how what it refuses is named. */
    static Stream<Arguments> accessors() {
        return Stream.of(
                arguments(call(view -> view.level(256)), "Whole component=level value=256"),
                arguments(call(view -> view.flags(8)), "Whole component=flags value=8"),
                arguments(call(view -> view.name("abcde")), "Whole component=name utf8ByteSize=5"),
                arguments(call(view -> view.colour(null)), "Whole component=colour"),
                arguments(call(view -> view.pointer(null)), "Whole component=pointer"),
                arguments(call(view -> view.nextRef(null)), "Whole component=next"),
                arguments(call(view -> view.next(WholeView.at(heap()))), "Whole component=next"),
                arguments(call(view -> view.nextAddress(3).next()), "Whole component=next address=3 byteAlignment=8"),
                arguments(call(view -> view.nextAddress(1L << 40).next()), "Whole component=next address="),
                arguments(call(view -> WholeView.at(heap()).nextAddress(8).next()), "Whole component=next"),
                arguments(call(view -> view.part((Part) null)), "Whole component=part"),
                arguments(call(view -> view.part(new Part(256, 0, ""))), "Whole component=part.level value=256"),
                arguments(call(view -> view.part().level(256)), "Part component=level value=256"),
                arguments(call(view -> view.xs(2)), "Whole component=xs index=2 size=2"),
                arguments(call(view -> view.xs(-1, 0)), "Whole component=xs index=-1 size=2"),
                arguments(call(view -> view.xsTo(new int[1])), "Whole component=xs arrayLength=1 length=2"),
                arguments(call(view -> view.xsFrom(new int[3])), "Whole component=xs arrayLength=3 length=2"),
                arguments(call(view -> view.levels(1, 256)), "Whole component=levels"),
                arguments(call(view -> view.levelsFrom(new int[] {1, -1})), "Whole component=levels[1] value=-1"),
                arguments(call(view -> view.colours(0, null)), "Whole component=colours"),
                arguments(call(view -> view.parts(2)), "Whole component=parts index=2 size=2"),
                arguments(call(view -> view.partsFrom(new Part[] {PART, null})), "Whole component=parts[1]"),
                arguments(call(view -> view.either((Either) null)), "Whole component=either"),
                arguments(call(view -> view.either().asLeft()), "Either asked=Left tag=2"));
    }

    @ParameterizedTest
    @MethodSource("accessors")
    void accessor_whenAComponentIsRefused_namesBoth(UnaryOperator<WholeView> call, String component) {
        assertThatThrownBy(() -> call.apply(view))
                .isInstanceOf(RuntimeException.class)
                .satisfies(failure -> assertThat(failure.getMessage() + " ").contains(": " + HERE + component));
    }

    @Test
    void memory_whenItsContentsAreImpossible_namesBoth() {
        view.memory().storeI32(WholeView.OFFSET_COLOUR, 7);
        assertThatThrownBy(view::colour).hasMessageContaining(": " + HERE + "Whole component=colour number=7");
        assertThatThrownBy(view::read).hasMessageContaining(": " + HERE + "Whole component=colour number=7");
        view.memory().storeI32(WholeView.OFFSET_COLOURS + 4, 7);
        assertThatThrownBy(() -> view.colours(1))
                .hasMessageContaining(": " + HERE + "Whole component=colours number=7");
        EitherView either = view.either();
        either.memory().storeI32(WholeView.OFFSET_EITHER, 9);
        assertThatThrownBy(either::tag).hasMessageContaining(": " + HERE + "Either tag=9");
        assertThatThrownBy(either::read).hasMessageContaining(": " + HERE + "Either tag=9");
    }

    @Test
    void reference_whenItIsOfAnotherMemory_namesBoth() {
        try (LinearMemory elsewhere = LinearMemory.create(1)) {
            WholeView other = WholeView.at(elsewhere.span(1024, WholeView.BYTE_SIZE));
            assertThatThrownBy(() -> view.next(other)).hasMessageEndingWith(": " + HERE + "Whole component=next");
            assertThatThrownBy(() -> view.nextRef(Ref.to(other)))
                    .hasMessageEndingWith(": " + HERE + "Whole component=next");
            assertThatThrownBy(() -> Ref.to(other).follow(allocator.memory(), WholeView.type()))
                    .hasMessageContaining(": " + HERE + "Whole address=1024");
            assertThatThrownBy(() -> new Ref<Whole>(3).follow(elsewhere, WholeView.type()))
                    .hasMessageContaining(": " + HERE + "Whole address=3");
            assertThatThrownBy(() -> Ref.to(WholeView.at(elsewhere.whole())))
                    .hasMessageContaining(": " + HERE + "Whole;");
        }
        assertThatThrownBy(() -> Ref.to(WholeView.at(heap()))).hasMessageEndingWith(": " + HERE + "Whole");
    }

    @Test
    void chain_whenALinkIsWrong_namesBoth() {
        view.nextAddress(3);
        assertThatThrownBy(() -> view.nextChain().stream().count())
                .hasMessageContaining(": " + HERE + "Whole component=next address=3");
        assertThatThrownBy(() -> WholeView.Cursor.of(view).followNext())
                .hasMessageContaining(": " + HERE + "Whole component=next address=3");
    }

    @Test
    void free_whenReachedThroughAReference_saysWhatToFree() {
        WholeView next = WholeView.allocate(allocator, GOOD);
        view.next(next);
        long address = view.nextAddress();
        assertThatThrownBy(() -> view.next().free())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("free through the handle of the whole memory")
                .hasMessageEndingWith(" ref.free(allocator, type) or allocator.freeAddress(address, byteSize): " + HERE
                        + "Whole address=" + address + " byteSize=" + WholeView.BYTE_SIZE);
        assertThatThrownBy(() -> view.part().free())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "free of a part of a handle; free the struct, array or list that the handle belongs to: ");
        assertThat(view.next().level()).isEqualTo(1);
        next.free();
    }

    @Test
    void tail_whenRefused_namesBoth() {
        LineView line = LineView.allocate(allocator, new Line(1, new int[] {1, 2}));
        assertThatThrownBy(() -> line.write(new Line(1, new int[3])))
                .hasMessageContaining(": " + HERE + "Line component=levels length=3 lengthThere=2");
        assertThatThrownBy(() -> line.levels(2))
                .hasMessageContaining(": " + HERE + "Line component=levels index=2 size=2");
        assertThatThrownBy(() -> line.write(new Line(1, new int[] {1, 256})))
                .hasMessageContaining(": " + HERE + "Line component=levels[1] value=256");
        line.memory().storeI32(LineView.OFFSET_LEVELS, -1);
        assertThatThrownBy(line::levelsLength).hasMessageContaining(": " + HERE + "Line component=levels length=-1");
        assertThatThrownBy(line::read).hasMessageContaining(": " + HERE + "Line component=levels length=-1");
    }

    @Test
    void columns_whenAComponentIsRefused_namesBoth() {
        try (TableColumns columns = TableColumns.allocate(allocator, 1)) {
            int[] xs = new int[2];
            assertThatThrownBy(() -> columns.set(0, new Table(new Table.Place(256), Colour.RED, xs)))
                    .hasMessageContaining(": " + HERE + "Table component=place.x value=256");
            assertThatThrownBy(() -> columns.set(0, new Table(null, Colour.RED, xs)))
                    .hasMessageEndingWith(": " + HERE + "Table component=place");
            assertThatThrownBy(() -> columns.set(0, null)).hasMessageEndingWith(": " + HERE + "Table");
            assertThatThrownBy(() -> columns.placeX(0, 256))
                    .hasMessageContaining(": " + HERE + "Table component=place.x value=256");
            assertThatThrownBy(() -> columns.xs(0, 2)).hasMessageContaining(": " + HERE + "Table component=xs index=2");
            columns.colourColumn().fill((byte) 9);
            assertThatThrownBy(() -> columns.colour(0))
                    .hasMessageContaining(": " + HERE + "Table component=colour number=");
        }
    }

    @Test
    void elements_whenOneIsRefused_nameBoth() {
        BeanView bean = BeanView.allocate(allocator);
        assertThatThrownBy(() -> bean.getXs().get(2)).hasMessageContaining(": " + HERE + "Bean component=xs index=2");
        assertThatThrownBy(() -> bean.getLevels().set(1, 256))
                .hasMessageContaining(": " + HERE + "Bean component=levels[1] value=256");
        assertThatThrownBy(() -> bean.getColours().set(0, null))
                .hasMessageContaining(": " + HERE + "Bean component=colours");
    }

    /** A component changed in a record that is otherwise in order. */
    private static Whole with(int number, Object value) {
        Object[] all = {
            GOOD.level(),
            GOOD.flags(),
            GOOD.name(),
            GOOD.colour(),
            GOOD.pointer(),
            GOOD.next(),
            GOOD.part(),
            GOOD.xs(),
            GOOD.levels(),
            GOOD.colours(),
            GOOD.parts(),
            GOOD.either()
        };
        all[number - 1] = value;
        @SuppressWarnings("unchecked")
        Ref<Whole> next = (Ref<Whole>) all[5];
        return new Whole(
                (int) all[0],
                (int) all[1],
                (String) all[2],
                (Colour) all[3],
                (MemorySegment) all[4],
                next,
                (Part) all[6],
                (int[]) all[7],
                (int[]) all[8],
                (Colour[]) all[9],
                (Part[]) all[10],
                (Either) all[11]);
    }

    private static UnaryOperator<WholeView> call(Consumer<WholeView> call) {
        return view -> {
            call.accept(view);
            return view;
        };
    }

    private static Memory heap() {
        return Memory.of(Arena.ofAuto().allocate(WholeView.BYTE_SIZE, 8));
    }
}

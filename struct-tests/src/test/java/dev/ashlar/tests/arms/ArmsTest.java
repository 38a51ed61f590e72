package dev.ashlar.tests.arms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructDump;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.UnionLayout;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Unions without a tag: arms that lie at one offset, in views and in records. */
class ArmsTest {
    private final LinearMemory memory = LinearMemory.create(1);
    private final Allocator allocator = LinkedListAllocator.over(memory);

    private static Payload key(Key key) {
        return new Payload(key, null, null);
    }

    @Test
    void accessors_readTheSameBytes() {
        FloatBitsView bits = FloatBitsView.allocate(allocator).value(1);
        assertThat(bits.raw()).isEqualTo(0x3f80_0000);
        assertThat(bits.raw(0xc000_0000).value()).isEqualTo(-2);
        assertThat(bits.read()).isEqualTo(new FloatBits(-2f, 0xc000_0000));
    }

    @Test
    void setter_storesTheBytesOfItsArmAlone() {
        EverythingView all = EverythingView.allocate(allocator).wide(-1);
        all.small((byte) 0);
        assertThat(all.wide()).isEqualTo(-256);
    }

    @Test
    void write_ofOneArm_makesTheOtherBytesZero() {
        PayloadView payload = PayloadView.allocate(allocator);
        payload.memory().fill(0xff);
        payload.write(new Payload(null, new Motion((short) 1, (short) 2, (short) 3), null));
        assertThat(payload.bytesToArray()).containsExactly(1, 0, 2, 0, 3, 0, 0, 0, 0);
        assertThat(payload.memory().loadI8(11)).isZero();
    }

    @Test
    void write_withoutArms_makesAllBytesZero() {
        FloatBitsView bits = FloatBitsView.allocate(allocator, new FloatBits(null, -1));
        bits.write(new FloatBits(null, null));
        assertThat(bits.raw()).isZero();
    }

    @Test
    void write_ofWhatWasRead_changesNothing() {
        Random random = new Random(42);
        PayloadView payload = PayloadView.allocate(allocator);
        PayloadView other = PayloadView.allocate(allocator);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[9];
            random.nextBytes(bytes);
            payload.bytesFrom(bytes);
            other.memory().fill(i);
            other.write(payload.read());
            assertThat(other.bytesToArray()).isEqualTo(bytes);
            assertThat(other).isEqualTo(payload).hasSameHashCodeAs(payload);
            assertThat(other.read().key()).isEqualTo(payload.key().read());
        }
    }

    @Test
    void write_ofArmsThatDisagree_isRefusedAndChangesNothing() {
        FloatBitsView bits = FloatBitsView.allocate(allocator, new FloatBits(3f, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bits.write(new FloatBits(1f, 1)))
                .withMessage("arms of a union hold different bytes; give one and set the others to null:"
                        + " struct=dev.ashlar.tests.arms.FloatBits arm=value");
        assertThat(bits.value()).isEqualTo(3);
        bits.write(new FloatBits(1f, 0x3f80_0000));
        assertThat(bits.value()).isEqualTo(1);
    }

    /** Bytes that one arm uses and the other has as padding belong to the first. */
    @Test
    void write_whereOneArmHasPadding_takesTheBytesOfTheOther() {
        byte[] bytes = {7, 1, 2, 3, 9, 0, 0, 0, 5};
        PayloadView payload = PayloadView.allocate(allocator, new Payload(new Key((byte) 7, 9), null, bytes));
        assertThat(payload.bytesToArray()).isEqualTo(bytes);
        assertThat(payload.key().read()).isEqualTo(new Key((byte) 7, 9));
        bytes[4] = 8;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> payload.write(new Payload(new Key((byte) 7, 9), null, bytes)))
                .withMessageContaining("struct=dev.ashlar.tests.arms.Payload arm=key");
    }

    @Test
    void write_inAnotherStruct_namesThePath() {
        EventView event = EventView.allocate(allocator, new Event((byte) 1, key(new Key((byte) 2, 3)), (short) 4));
        assertThat(event.payload().key().time()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event.write(
                        new Event((byte) 9, new Payload(new Key((byte) 1, 1), null, new byte[9]), (short) 9)))
                .withMessageContaining("struct=dev.ashlar.tests.arms.Event component=payload arm=key");
        assertThatThrownBy(() -> event.payload(new Payload(null, null, new byte[8])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arrayLength=8 length=9");
        assertThat(event.read().type()).isEqualTo((byte) 1);
        assertThat(event.read().payload().key()).isEqualTo(new Key((byte) 2, 3));
        assertThat(event.sequence()).isEqualTo((short) 4);
    }

    @Test
    void write_ofAValueThatDoesNotFit_isRefused() {
        EverythingView all = EverythingView.allocate(allocator).wide(77);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.write(only("narrow", 300)))
                .withMessageContaining("component=narrow value=300");
        assertThatIllegalArgumentException().isThrownBy(() -> all.write(only("text", "more than twelve bytes")));
        assertThat(all.wide()).isEqualTo(77);
    }

    @Test
    void arms_ofEveryKind_comeBack() throws ReflectiveOperationException {
        EverythingView all = EverythingView.allocate(allocator);
        EverythingView target = EverythingView.allocate(allocator);
        List<Object> values = List.of(
                (byte) -1,
                (short) -2,
                200,
                -3L,
                Long.MIN_VALUE,
                1.5f,
                Math.PI,
                true,
                'x',
                -16,
                1L << 40,
                Colour.GREEN,
                new Key((byte) 1, 2),
                new Shape.Dot((byte) 3, (byte) 4),
                new Key[] {new Key((byte) 5, 6), new Key((byte) 7, 8)},
                new short[] {1, -1, 300},
                "Grüße",
                Instant.parse("2026-11-30T12:00:00.5Z"),
                new UUID(1, 2),
                MemorySegment.ofAddress(0x1234),
                Ref.to(target));
        RecordComponent[] arms = Everything.class.getRecordComponents();
        assertThat(values).hasSameSizeAs(arms);
        for (int i = 0; i < arms.length; i++) {
            all.memory().fill(0xee);
            all.write(only(arms[i].getName(), values.get(i)));
            Object read = arms[i].getAccessor().invoke(all.read());
            assertThat(Objects.deepEquals(read, values.get(i)) || sameAddress(read, values.get(i)))
                    .as("%s of %s", arms[i].getName(), all)
                    .isTrue();
        }
    }

    private static boolean sameAddress(Object read, Object written) {
        return read instanceof MemorySegment one
                && written instanceof MemorySegment two
                && one.address() == two.address();
    }

    private static Everything only(String arm, Object value) {
        RecordComponent[] components = Everything.class.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = components[i].getName().equals(arm) ? value : null;
        }
        assertThat(arguments).containsOnlyOnce(value);
        try {
            return Everything.class.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(impossible.getMessage(), impossible);
        }
    }

    /** The bytes of another arm need not be the number of a constant. */
    @Test
    void read_whereTheBytesAreNotAValueOfAnArm_leavesItOut() {
        EverythingView all = EverythingView.allocate(allocator).wide(1L << 62 | 77);
        Everything read = all.read();
        assertThat(read.colour()).isNull();
        assertThat(read.shape()).isNull();
        assertThat(read.truth()).isNull();
        assertThat(read.wide()).isEqualTo(1L << 62 | 77);
        assertThat(read.key()).isEqualTo(new Key((byte) 77, 1 << 30));
        assertThatIllegalStateException().isThrownBy(all::colour);
        assertThat(all.colourNumber()).isEqualTo(77);
        assertThat(all.toString()).startsWith("Everything[small=77, ").contains("colour=");
        assertThat(StructDump.of(all)).contains("wide").contains("77");
        all.free();
        assertThatIllegalStateException().isThrownBy(all::read).withMessageContaining("freed");
    }

    /** Whatever the bytes are, what was read can be written, and nothing is lost. */
    @Test
    void write_ofWhatWasReadFromAnyBytes_changesNothing() {
        Random random = new Random(7);
        EverythingView all = EverythingView.allocate(allocator);
        EverythingView target = EverythingView.allocate(allocator);
        byte[] bytes = new byte[(int) EverythingView.BYTE_SIZE];
        for (int i = 0; i < 2_000; i++) {
            random.nextBytes(bytes);
            if (i % 2 == 0) {
                Arrays.fill(bytes, 1 + random.nextInt(bytes.length - 1), bytes.length, (byte) 0);
            }
            // References must lead into the memory.
            bytes[3] = bytes[4] = bytes[5] = bytes[6] = bytes[7] = 0;
            bytes[1] = bytes[2] = 0;
            all.memory().storeBytes(bytes);
            target.write(all.read());
            assertThat(target).isEqualTo(all);
        }
    }

    /** What a constructor refuses, or makes another value of, is left out; other records can be read all the same. */
    @Test
    void read_whereTheConstructorOfAnArmObjects_leavesItOut() {
        ChoosyView choosy = ChoosyView.allocate(allocator).number(-5);
        assertThat(choosy.read().strict()).isNull();
        assertThat(choosy.read().number()).isEqualTo(-5);
        choosy.strict().x(3).y(-4);
        assertThat(choosy.read().strict()).isNull();
        choosy.strict().y(4);
        assertThat(choosy.read().strict()).isEqualTo(new Strict(3, 4));
        Random random = new Random(3);
        ChoosyView target = ChoosyView.allocate(allocator);
        for (int i = 0; i < 1_000; i++) {
            choosy.number(random.nextInt()).strict().y(random.nextInt());
            target.write(choosy.read());
            assertThat(target.number()).isEqualTo(choosy.number());
        }
    }

    /** Bytes behind the NUL of a text, which C leaves there, are not part of it; those that another arm has are not changed. */
    @Test
    void read_ofTextWithBytesBehindItsNul_keepsTheTextIfNoOtherArmHasThem() {
        LabelView label = LabelView.allocate(allocator);
        label.memory().storeBytes(new byte[] {'H', 'e', 'l', 0, 0, 0, 'x', 'y'});
        assertThat(label.read()).isEqualTo(new Label("Hel", 'H' | 'e' << 8 | 'l' << 16));
        LabelView copy = LabelView.allocate(allocator, label.read());
        assertThat(copy.text()).isEqualTo("Hel");
        label.memory().storeBytes(new byte[] {'H', 0, 'l', 0, 0, 0, 'x', 'y'});
        assertThat(label.read().text()).isNull();
        copy.write(label.read());
        assertThat(copy.text()).isEqualTo("H");
    }

    @Test
    void reference_ofAnotherMemory_isRefused() {
        EverythingView here = EverythingView.allocate(allocator).wide(5);
        EverythingView elsewhere = EverythingView.allocate(LinkedListAllocator.over(LinearMemory.create(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> here.write(only("next", Ref.to(elsewhere))));
        assertThat(here.wide()).isEqualTo(5);
        here.write(only("next", Ref.to(here)));
        assertThat(here.next()).isEqualTo(here);
    }

    @Test
    void equals_comparesTheBytesOfTheLongestArm() {
        PayloadView one = PayloadView.allocate(allocator, key(new Key((byte) 1, 2)));
        PayloadView other = PayloadView.allocate(allocator, key(new Key((byte) 1, 2)));
        other.memory().storeI8(11, 1);
        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
        other.memory().storeI8(1, 1);
        assertThat(other).as("padding of one arm, a byte of another").isNotEqualTo(one);
        EventView event = EventView.allocate(allocator, new Event((byte) 0, one.read(), (short) 0));
        EventView same = EventView.allocate(allocator, event.read());
        assertThat(same).isEqualTo(event).hasSameHashCodeAs(event);
        same.payload().bytes(1, (byte) 1);
        assertThat(same).isNotEqualTo(event);
    }

    @Test
    void sequences_holdUnionsAndStructsWithThem() {
        FloatBitsArray array = FloatBitsArray.allocate(allocator, 3);
        array.set(1, new FloatBits(1f, null));
        array.get(2).raw(-1);
        assertThat(array.read(1)).isEqualTo(new FloatBits(1f, 0x3f80_0000));
        FloatBitsList list = FloatBitsList.create(allocator);
        list.add(array.read(2));
        list.add(new FloatBits(null, 5));
        list.add().value(2);
        assertThatIllegalArgumentException().isThrownBy(() -> list.add(new FloatBits(1f, 7)));
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.get(0).raw()).isEqualTo(-1);
        assertThat(list.get(2).raw()).isEqualTo(0x4000_0000);
        EventArray events = EventArray.allocate(allocator, 2);
        events.set(1, new Event((byte) 1, key(new Key((byte) 2, 3)), (short) 4));
        events.get(0).payload(events.get(1).payload());
        assertThat(events.get(0).payload().key().time()).isEqualTo(3);
        int sum = 0;
        EventView.Cursor cursor = events.cursor();
        while (cursor.advance()) {
            sum += cursor.payload().key().time();
        }
        assertThat(sum).isEqualTo(6);
    }

    @Test
    void columns_holdThemWholeInAnArray() {
        CellsColumns cells = CellsColumns.allocate(allocator, 4);
        cells.get(2).write(new Cells(7, new FloatBits[] {new FloatBits(1f, null), new FloatBits(null, 3)}));
        assertThat(cells.get(2).read().bits()[0].raw()).isEqualTo(0x3f80_0000);
        assertThat(cells.get(2).bits(1).raw()).isEqualTo(3);
    }

    @Test
    void description_tellsThatItIsAUnion() {
        assertThat(FloatBitsView.type().hasArms()).isTrue();
        assertThat(FloatBitsView.type().isUnion()).isFalse();
        assertThat(EventView.type().hasArms()).isFalse();
        assertThat(PayloadView.type().layoutTable()).isEqualTo("""
                dev.ashlar.tests.arms.Payload: 12 bytes, aligned to 4, 3 of them padding
                offset  size  component  type     stored as
                     0     8  key        Key      struct
                     0     6  motion     Motion   struct
                     0     9  bytes      byte[9]  I8[9]
                     9     3  (padding)""");
        UnionLayout layout = (UnionLayout) PayloadView.layout();
        assertThat(layout.byteOffset(
                        MemoryLayout.PathElement.groupElement("motion"), MemoryLayout.PathElement.groupElement("y")))
                .isEqualTo(2);
        assertThat(Arrays.stream(FloatBits.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly("value", "raw");
    }

    @Test
    void view_overForeignBytes_readsThem() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0};
        PayloadView payload =
                PayloadView.at(Memory.of(MemorySegment.ofArray(bytes).asReadOnly()));
        assertThat(payload.motion().y()).isEqualTo((short) 0x0403);
        assertThat(payload.read().bytes()).startsWith(1, 2, 3);
    }
}

package dev.ashlar.tests.endian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Components with a byte order of their own, against a buffer of that order. */
class EndianTest {
    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000, 123);

    @AutoClose
    private final LinearMemory memory = LinearMemory.create(1);

    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    private static Packet packet(int id) {
        return new Packet(
                id,
                0xabcd,
                (short) -2,
                0x89abcdefL,
                0x0123456789abcdefL,
                1.5f,
                -2.25,
                'ü',
                true,
                Side.SELL,
                AT,
                new int[] {1, -2, 3},
                new int[] {0x0102, 0xfffe},
                new Side[] {Side.BUY, Side.SELL},
                new Instant[] {AT, Instant.EPOCH},
                null,
                40,
                new Integer[] {5, null},
                MemorySegment.ofAddress(0x1234),
                new Ref<>(64),
                -id);
    }

    private static ByteBuffer bytes(Memory bytes, ByteOrder order) {
        return ByteBuffer.wrap(bytes.loadBytes()).order(order);
    }

    @Test
    void write_storesEachComponentInItsOrder() {
        PacketView view = PacketView.allocate(allocator, packet(7));
        ByteBuffer big = bytes(view.memory(), ByteOrder.BIG_ENDIAN);
        assertThat(bytes(view.memory(), ByteOrder.LITTLE_ENDIAN).getInt((int) PacketView.OFFSET_ID))
                .isEqualTo(7);
        assertThat(bytes(view.memory(), ByteOrder.LITTLE_ENDIAN).getInt((int) PacketView.OFFSET_LAST))
                .isEqualTo(-7);
        assertThat(big.getShort((int) PacketView.OFFSET_PORT)).isEqualTo((short) 0xabcd);
        assertThat(big.getShort((int) PacketView.OFFSET_DELTA)).isEqualTo((short) -2);
        assertThat(big.getInt((int) PacketView.OFFSET_MASK)).isEqualTo(0x89abcdef);
        assertThat(big.getLong((int) PacketView.OFFSET_BIG)).isEqualTo(0x0123456789abcdefL);
        assertThat(big.getFloat((int) PacketView.OFFSET_SINGLE)).isEqualTo(1.5f);
        assertThat(big.getDouble((int) PacketView.OFFSET_WIDE)).isEqualTo(-2.25);
        assertThat(big.getChar((int) PacketView.OFFSET_LETTER)).isEqualTo('ü');
        assertThat(big.getShort((int) PacketView.OFFSET_OPEN)).isEqualTo((short) 1);
        assertThat(big.getShort((int) PacketView.OFFSET_SIDE)).isEqualTo((short) 0x0304);
        assertThat(big.getLong((int) PacketView.OFFSET_AT)).isEqualTo(1_700_000_000_000_000_123L);
        assertThat(big.getInt((int) PacketView.OFFSET_CELLS + 4)).isEqualTo(-2);
        assertThat(big.getShort((int) PacketView.OFFSET_NARROW + 2)).isEqualTo((short) 0xfffe);
        assertThat(big.getShort((int) PacketView.OFFSET_SIDES)).isEqualTo((short) 0x0102);
        assertThat(big.getLong((int) PacketView.OFFSET_TIMES)).isEqualTo(1_700_000_000_000_000_123L);
        assertThat(big.getInt((int) PacketView.OFFSET_PARENT)).isEqualTo(-2);
        assertThat(big.getInt((int) PacketView.OFFSET_AGE)).isEqualTo(40);
        assertThat(big.getInt((int) PacketView.OFFSET_PARENTS)).isEqualTo(5);
        assertThat(big.getInt((int) PacketView.OFFSET_PARENTS + 4)).isEqualTo(-2);
        assertThat(big.getLong((int) PacketView.OFFSET_NEXT)).isEqualTo(0x1234);
        assertThat(big.getInt((int) PacketView.OFFSET_BACK)).isEqualTo(64);
    }

    @Test
    void accessors_read_andCopies_agree() {
        PacketView written = PacketView.allocate(allocator, packet(7));
        PacketView set = PacketView.allocate(allocator)
                .id(7)
                .port(0xabcd)
                .delta((short) -2)
                .mask(0x89abcdefL)
                .big(0x0123456789abcdefL)
                .single(1.5f)
                .wide(-2.25)
                .letter('ü')
                .open(true)
                .side(Side.SELL)
                .at(AT)
                .cellsFrom(new int[] {1, -2, 3})
                .narrowFrom(new int[] {0x0102, 0xfffe})
                .sides(0, Side.BUY)
                .sides(1, Side.SELL)
                .times(0, AT)
                .times(1, Instant.EPOCH)
                .clearParent()
                .age(40)
                .parents(0, 5)
                .clearParents(1)
                .next(MemorySegment.ofAddress(0x1234))
                .backAddress(64)
                .last(-7);
        assertThat(set).isEqualTo(written).hasSameHashCodeAs(written).hasToString(written.toString());
        assertThat(set.memory().loadBytes()).isEqualTo(written.memory().loadBytes());
        assertThat(set.port()).isEqualTo(0xabcd);
        assertThat(set.sideNumber()).isEqualTo(0x0304);
        assertThat(set.hasParent()).isFalse();
        assertThat(set.parent(9).parentOr(0)).isEqualTo(9);
        assertThatThrownBy(() -> set.parent(-2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(set.hasParents(0)).isTrue();
        assertThat(set.hasParents(1)).isFalse();
        assertThat(set.cellsTo(new int[3])).containsExactly(1, -2, 3);
        assertThat(set.cells(1)).isEqualTo(-2);
        set.cells(1, 8);
        assertThat(set.cells(1)).isEqualTo(8);
        assertThat(written.read().at()).isEqualTo(AT);
        assertThat(written.read().narrow()).containsExactly(0x0102, 0xfffe);
        assertThat(written.read().back()).isEqualTo(new Ref<Packet>(64));
        assertThat(written.toString()).contains("port=43981", "wide=-2.25", "side=SELL");
        written.memory().storeI16(PacketView.OFFSET_SIDE, 0x0201);
        assertThat(written.side()).isEqualTo(Side.BUY);
        written.memory().storeI16(PacketView.OFFSET_SIDE, 0x0102);
        assertThatThrownBy(written::side).hasMessageContaining("component=side number=513");
    }

    @Test
    void columnsAndLists_haveTheSameOrders() {
        PacketColumns columns = PacketColumns.allocate(allocator, 3);
        columns.set(1, packet(7));
        assertThat(columns.port(1)).isEqualTo(0xabcd);
        assertThat(columns.get(1).mask()).isEqualTo(0x89abcdefL);
        assertThat(columns.at(1)).isEqualTo(AT);
        assertThat(columns.hasParent(1)).isFalse();
        ValueLayout.OfShort big = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        assertThat(columns.portColumn().get(big, 2)).isEqualTo((short) 0xabcd);
        assertThat(columns.read(1).wide()).isEqualTo(-2.25);
        PacketList list = PacketList.create(allocator);
        list.add(packet(3));
        list.add(packet(2));
        list.get(1).mask(1);
        list.sortByLong(PacketView::mask);
        assertThat(list.get(0).id()).isEqualTo(2);
        PacketView.Cursor cursor = list.cursor();
        assertThat(cursor.advance()).isTrue();
        assertThat(cursor.mask()).isEqualTo(1);
    }

    @Test
    void struct_ofBigEndian_mayHoldOthers() {
        Wire wire = new Wire(1, 2, 3, (short) 4, 5, 6, 7, new int[] {8, 9});
        WireView view = WireView.allocate(allocator, wire);
        ByteBuffer little = bytes(view.memory(), ByteOrder.LITTLE_ENDIAN);
        assertThat(view.memory().loadU8(4)).isEqualTo(0x23);
        assertThat(little.getShort((int) WireView.OFFSET_SMALL)).isEqualTo((short) 4);
        assertThat(little.getInt((int) WireView.OFFSET_COUNT)).isEqualTo(5);
        assertThat(little.getInt((int) WireView.OFFSET_CELLS)).isEqualTo(8);
        assertThat(bytes(view.memory(), ByteOrder.nativeOrder()).getInt((int) WireView.OFFSET_HERE))
                .isEqualTo(6);
        assertThat(bytes(view.memory(), ByteOrder.BIG_ENDIAN).getInt((int) WireView.OFFSET_SAME))
                .isEqualTo(7);
        assertThat(view.countGetAndAdd(5)).isEqualTo(5);
        assertThat(view.countVolatile()).isEqualTo(10);
        assertThat(view.read().here()).isEqualTo(6);
    }

    @Test
    void tail_hasTheOrderInItsLengthToo() {
        SamplesView samples = SamplesView.allocate(allocator, new Samples(1, new short[] {1, -2}));
        ByteBuffer big = bytes(samples.memory(), ByteOrder.BIG_ENDIAN);
        assertThat(big.getInt((int) SamplesView.OFFSET_VALUES)).isEqualTo(2);
        assertThat(big.getShort((int) SamplesView.OFFSET_VALUES + Integer.BYTES + Short.BYTES))
                .isEqualTo((short) -2);
        assertThat(samples.valuesLength()).isEqualTo(2);
        assertThat(samples.read().values()).containsExactly(1, -2);
        assertThat(StructDump.of(samples)).contains("valuesLength = 2", "values[0] = 1, -2");
        samples.memory().storeI32(SamplesView.OFFSET_VALUES, 2);
        assertThatThrownBy(samples::valuesLength).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tail_isCountedInTheOrderOfItsCount() {
        ChunkView chunk = ChunkView.allocate(allocator, new Chunk((byte) 1, 2, new int[] {3, 4}));
        assertThat(chunk.memory().loadBytes()).startsWith(1, 0, 2, 3, 0, 0, 0, 4, 0, 0, 0);
        assertThat(chunk.valuesLength()).isEqualTo(2);
        assertThat(chunk.values(1)).isEqualTo(4);
        assertThat(chunk.read().values()).containsExactly(3, 4);
        assertThat(StructDump.of(chunk)).contains("values[0] = 3, 4");
        chunk.memory().storeI16(ChunkView.OFFSET_LENGTH, 2);
        assertThatThrownBy(chunk::valuesLength).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void map_findsKeysOfBothOrders() {
        HostMap hosts = HostMap.create(allocator);
        for (int number = 0; number < 100; number++) {
            hosts.getOrAdd(new Host.Address(number, -number), 80 + number).hits(number);
        }
        for (int number = 0; number < 100; number++) {
            HostView found =
                    Objects.requireNonNull(hosts.get(new Host.Address(number, -number), 80 + number), "not found");
            assertThat(found.hits()).isEqualTo(number);
            assertThat(found.read()).isEqualTo(new Host(new Host.Address(number, -number), 80 + number, number));
            assertThat(hosts.contains(new Host.Address(number, number + 1), 80)).isFalse();
        }
        assertThat(hosts.size()).isEqualTo(100);
    }

    @Test
    void arms_readTheSameBytesBothWays() {
        WordView word = WordView.allocate(allocator).little(0x01020304);
        assertThat(word.big()).isEqualTo(0x04030201);
        assertThat(word.big(0x0a0b0c0d).little()).isEqualTo(0x0d0c0b0a);
        assertThat(word.read()).isEqualTo(new Word(0x0d0c0b0a, 0x0a0b0c0d));
    }

    @Test
    void description_saysTheOrder() {
        assertThat(PacketView.type().order()).isEqualTo(StructOrder.LITTLE_ENDIAN);
        assertThat(PacketView.type().component("port").order()).isEqualTo(StructOrder.BIG_ENDIAN);
        assertThat(PacketView.type().component("port")).hasToString("port: U16 big-endian at 4");
        assertThat(PacketView.type().component("last").order()).isEqualTo(StructOrder.LITTLE_ENDIAN);
        assertThat(WireView.type().component("small")).hasToString("small: I16 at 6");
        assertThat(WireView.type().component("here")).hasToString("here: I32 native at 12");
        assertThat(WireView.type().layoutTable()).contains("I32 big-endian\n", "I32 native\n", "I16\n");
        assertThat(PacketView.layout().select(PathElement.groupElement("port")))
                .isEqualTo(ValueLayout.JAVA_CHAR.withOrder(ByteOrder.BIG_ENDIAN).withName("port"));
        assertThat(StructDump.of(PacketView.allocate(allocator, packet(7))))
                .contains("ab cd                    port = 43981", "03 04                    side = SELL (772)");
    }
}

package dev.ashlar.tests.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructLog;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** References into another memory, which are refused because they would lead to a stranger. */
class RefMemoryTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @AutoClose
    private final LinearMemory elsewhere = LinearMemory.create(1);

    private final NodeView stranger = NodeView.at(elsewhere.span(64, 64));
    private final Ref<Node> there = Ref.to(stranger);
    private final Node foreign = new Node(9, there);
    private final Node own = new Node(1, Ref.none());

    @Test
    void setters_whenReferenceIsOfAnotherMemory_refuseIt() {
        NodeView node = NodeView.allocate(allocator, own);
        SmallView small = SmallView.allocate(allocator);
        assertRefused(node.memory(), "Node", "next", () -> node.next(stranger));
        assertRefused(node.memory(), "Node", "next", () -> node.nextRef(there));
        assertRefused(small.memory(), "Small", "next", () -> small.nextRef(there));
        assertRefused(node.memory(), "Node", "next", () -> node.write(foreign));
        assertRefused(small.memory(), "Small", "next", () -> small.write(new Small(4, there)));
        assertRefused(node.memory(), "Node", "next", () -> NodeView.type().put(node.memory(), 0, foreign));
    }

    @Test
    void allocation_whenReferenceIsOfAnotherMemory_takesNothing() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            assertThatThrownBy(() -> NodeView.allocate(heap, foreign))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reference into another memory: struct=dev.ashlar.tests.foreign.Node component=next");
            assertThatThrownBy(() -> TailedView.allocate(heap, new Tailed(1, new Node[] {own, foreign})))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ChoiceView.allocate(heap, new Choice.Link((byte) 1, there)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(heap.stats().liveBlocks()).isZero();
        }
    }

    @Test
    void nestedStructsAndArrays_whenReferenceIsOfAnotherMemory_refuseIt() {
        Node[] some = {own, foreign};
        PairView pair = PairView.allocate(allocator);
        NodeArray nodes = NodeArray.allocate(allocator, 3);
        TailedView tailed = TailedView.allocate(allocator, new Tailed(1, new Node[] {own, own}));
        assertRefused(pair.memory(), "Node", "next", () -> pair.one(foreign));
        assertRefused(pair.memory(), "Node", "next", () -> pair.moreFrom(some));
        assertRefused(pair.memory(), "Node", "next", () -> pair.more().set(1, foreign));
        assertRefused(pair.memory(), "Node", "next", () -> pair.write(new Pair(5, own, some)));
        assertRefused(nodes.memory(), "Node", "next", () -> nodes.set(1, foreign));
        assertRefused(tailed.memory(), "Node", "next", () -> tailed.nodesFrom(some));
        assertRefused(tailed.memory(), "Node", "next", () -> tailed.write(new Tailed(7, some)));
    }

    @Test
    void unions_whenReferenceIsOfAnotherMemory_refuseIt() {
        ChoiceView choice = ChoiceView.allocate(allocator, new Choice.Value(3));
        HolderView holder = HolderView.allocate(allocator, new Holder(1, new Choice.Value(3)));
        Choice link = new Choice.Link((byte) 1, there);
        assertRefused(choice.memory(), "Choice.Link", "at", () -> choice.write(link));
        assertRefused(holder.memory(), "Choice.Link", "at", () -> holder.choice(link));
        assertRefused(holder.memory(), "Choice.Link", "at", () -> holder.write(new Holder(2, link)));
    }

    @Test
    void listsAndLogs_whenReferenceIsOfAnotherMemory_refuseIt() {
        NodeList list = NodeList.create(allocator, 0);
        for (int round = 0; round < 3; round++) {
            assertThatThrownBy(() -> list.add(foreign))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reference into another memory: struct=dev.ashlar.tests.foreign.Node component=next");
            assertThatThrownBy(() -> list.insert(0, foreign)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> list.addAll(List.of(own, foreign))).isInstanceOf(IllegalArgumentException.class);
            assertThat(list.size()).isEqualTo(round);
            list.add(own);
        }
        assertThatThrownBy(() -> NodeList.copyOf(allocator, List.of(foreign)))
                .isInstanceOf(IllegalArgumentException.class);
        StructLog<Node, NodeView> log = StructLog.over(allocator.allocate(64), NodeView.type());
        assertThatThrownBy(() -> log.append(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.tryAppend(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThat(log.byteSize()).isZero();
    }

    @Test
    void columns_whenReferenceIsOfAnotherMemory_refuseIt() {
        RowColumns rows = RowColumns.allocate(allocator, 2);
        Row row = new Row(3, there, own);
        Row inner = new Row(3, Ref.none(), foreign);
        assertRefused(rows.memory(), "Row", "at", () -> rows.set(1, row));
        assertRefused(rows.memory(), "Row", "at", () -> rows.get(1).atRef(there));
        assertRefused(rows.memory(), "Row", "node.next", () -> rows.set(1, inner));
    }

    @Test
    void records_whenCopiedBetweenMemories_areRefusedUnlessTheyReferToNothing() {
        stranger.write(new Node(5, Ref.to(stranger)));
        NodeView node = NodeView.allocate(allocator, own);
        assertThatThrownBy(() -> node.write(stranger.read())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.nextRef(stranger.nextRef())).isInstanceOf(IllegalArgumentException.class);
        assertThat(node.read()).isEqualTo(own);
        stranger.next(null);
        node.write(stranger.read());
        assertThat(node.value()).isEqualTo(5);
        assertThat(node.nextRef(stranger.nextRef()).next()).isNull();
        node.write(new Node(6, Ref.to(node)));
        NodeView second = NodeView.allocate(allocator, node.read());
        assertThat(second.next()).isEqualTo(node);
    }

    @Test
    void reference_whenItIsAPlainNumber_isStoredAnywhere() {
        NodeView node = NodeView.allocate(allocator, own);
        node.nextRef(new Ref<>(there.address()));
        assertThat(node.nextAddress()).isEqualTo(64);
        NodeView loose = NodeView.at(Memory.of(MemorySegment.ofArray(new long[2])));
        loose.write(new Node(1, new Ref<>(64)));
        node.write(loose.read());
        assertThat(node.nextAddress()).isEqualTo(64);
        loose.write(own);
        assertThatThrownBy(() -> loose.write(foreign))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("part of no LinearMemory");
        assertThat(loose.read()).isEqualTo(own);
    }

    @Test
    void follow_whenMemoryIsAnother_isRefused() {
        assertThat(there.follow(elsewhere, NodeView.type())).isEqualTo(stranger);
        assertThatThrownBy(() -> there.follow(allocator.memory(), NodeView.type()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "reference is followed in another memory than its own: struct=dev.ashlar.tests.foreign.Node address="
                                + there.address());
    }

    @Test
    void equality_goesByTheAddressAlone() {
        NodeView here = NodeView.at(allocator.memory().whole(), 64);
        assertThat(Ref.to(here))
                .isEqualTo(there)
                .hasSameHashCodeAs(there)
                .isEqualTo(new Ref<Node>(64))
                .hasToString("Ref[address=64]");
        assertThat(there).isNotEqualTo(new Ref<Node>(72)).isNotEqualTo(64L);
    }

    /** Nothing of {@code unchanged} is stored when the call is refused. */
    private static void assertRefused(Memory unchanged, String struct, String component, ThrowingCallable call) {
        byte[] before = unchanged.loadBytes();
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reference into another memory: struct=dev.ashlar.tests.foreign." + struct + " component="
                        + component);
        assertThat(unchanged.loadBytes()).isEqualTo(before);
    }
}

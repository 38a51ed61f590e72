package dev.ashlar.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructChain;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Accessors of references, and what is checked when they are stored and followed. */
class RefTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void accessors_whenSetFromView_leadThere() {
        NodeView second = NodeView.allocate(allocator, new Node(2, Ref.none()));
        NodeView first = NodeView.allocate(allocator, new Node(1, Ref.to(second)));
        assertThat(first.next()).isEqualTo(second);
        assertThat(second.next()).isNull();
        first.next().value(7);
        assertThat(second.value()).isEqualTo(7);
        assertThat(first.nextAddress()).isEqualTo(second.memory().offset());
        assertThat(first.read()).isEqualTo(new Node(1, new Ref<>(second.memory().offset())));
        assertThat(first).hasToString(first.read().toString());
        assertThat(second.next(first).next(second).next().next(null).nextRef()).isEqualTo(Ref.none());
        assertThat(second.nextRef(Ref.to(first)).nextRef().follow(allocator.memory(), NodeView.type()))
                .isEqualTo(first);
        assertThat(Ref.<Node>none().follow(allocator.memory(), NodeView.type())).isNull();
    }

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void layout_isAnAddress() {
        assertThat(NodeView.BYTE_SIZE).isEqualTo(16);
        assertThat(SmallView.BYTE_SIZE).isEqualTo(24);
        assertThat(SmallView.type().layoutTable())
                .contains("     0     4  left         Ref<Small>  U32\n")
                .contains("     8     8  other        Ref<Other>  I64\n");
        assertThat(OtherView.type().layoutTable()).contains("Ref<Small>  I64 big-endian");
        assertThat(NodeView.type().components())
                .extracting(StructComponent::isReference)
                .containsExactly(false, true);
        SmallView small = SmallView.allocate(allocator);
        OtherView other = OtherView.allocate(allocator).small(small);
        assertThat(small.left(small).other(other).leftAddress(5).left().other().small())
                .isEqualTo(small);
        assertThat(small.leftAddress()).isEqualTo(5);
        assertThat(small.leftAddress_()).isEqualTo(small.memory().offset());
        assertThat(Long.reverseBytes(other.memory().loadI64(0)))
                .isEqualTo(small.memory().offset());
    }

    @Test
    void equality_goesByAddress() {
        NodeView target = NodeView.allocate(allocator);
        NodeView twin = NodeView.allocate(allocator);
        NodeView a = NodeView.allocate(allocator).next(target);
        NodeView b = NodeView.allocate(allocator).next(target);
        assertThat(a).isEqualTo(b).hasSameHashCodeAs(b);
        assertThat(a).isNotEqualTo(b.next(twin));
    }

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void follow_whenAddressIsWrong_isRefused() {
        NodeView node = NodeView.allocate(allocator);
        long end = allocator.memory().byteSize();
        assertThat(node.nextAddress(end - 16).next().value()).isZero();
        for (long outside : new long[] {end - 8, end, -8, Long.MIN_VALUE, Long.MAX_VALUE - 7}) {
            node.nextAddress(outside);
            assertThatThrownBy(node::next)
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage(
                            "reference out of the memory: struct=dev.ashlar.tests.reference.Node component=next address="
                                    + outside + " byteSize=16 memoryByteSize=" + end);
            assertThatThrownBy(() -> node.nextRef().follow(allocator.memory(), NodeView.type()))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        node.nextAddress(20);
        assertThatThrownBy(node::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "reference to an address that is not aligned: struct=dev.ashlar.tests.reference.Node component=next address=20 byteAlignment=8");
        assertThat(allocator.memory().grow(1)).isPositive();
        assertThat(node.nextAddress(end).next().value()).isZero();
    }

    @Test
    void reference_whenIntoAnotherMemory_isRefused() {
        try (LinearMemory elsewhere = LinearMemory.create(1)) {
            NodeView here = NodeView.allocate(allocator);
            NodeView there = NodeView.at(elsewhere.span(64, 64));
            assertThatThrownBy(() -> here.next(there))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("reference into another memory: struct=dev.ashlar.tests.reference.Node component=next");
            NodeView loose = NodeView.at(Memory.of(MemorySegment.ofArray(new long[2])));
            assertThatThrownBy(() -> here.next(loose)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Ref.to(loose))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("part of no LinearMemory");
            NodeView freed = NodeView.allocate(allocator);
            freed.free();
            assertThatThrownBy(() -> here.next(freed))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("freed");
            assertThatThrownBy(() -> Ref.to(freed)).isInstanceOf(IllegalStateException.class);
            assertThat(here.nextAddress()).isZero();
        }
    }

    @Test
    void reference_whenMemoryHasNoAddresses_isRefused() {
        NodeView loose = NodeView.at(Memory.of(MemorySegment.ofArray(new long[2])));
        assertThat(loose.next()).isNull();
        assertThatThrownBy(() -> loose.next(null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> loose.next(loose))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("component=next");
        loose.nextAddress(8);
        assertThatThrownBy(loose::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "reference in memory that is part of no LinearMemory, and so has no addresses: struct=dev.ashlar.tests.reference.Node component=next");
    }

    @Test
    void reference_whenStructIsMisplaced_isRefused() {
        NodeView node = NodeView.allocate(allocator);
        NodeView skewed = NodeView.at(allocator.memory().span(20, 40));
        assertThatThrownBy(() -> node.next(skewed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "reference to a struct that is not aligned: struct=dev.ashlar.tests.reference.Node component=next address=20 byteAlignment=8");
        NodeView first = NodeView.at(allocator.memory().whole());
        assertThatThrownBy(() -> node.next(first))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address 0, which means none");
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void write_whenReferenceIsNullOrTooWide_changesNothing() {
        SmallView small = SmallView.allocate(allocator).leftAddress(3);
        Ref<Small> nothing = null;
        assertThatThrownBy(() -> small.write(new Small(nothing, Ref.none(), 1)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a component cannot be null: struct=dev.ashlar.tests.reference.Small component=left");
        assertThatThrownBy(() -> small.write(new Small(new Ref<>(1L << 32), Ref.none(), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=left value=4294967296");
        assertThat(small.leftAddress_(0xffff_fff8L).leftAddress_()).isEqualTo(0xffff_fff8L);
        assertThat(small.leftAddress()).isEqualTo(3);
    }

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void follow_whenBlockIsFreed_readsWhatLiesThere() {
        NodeView target = NodeView.allocate(allocator, new Node(42, Ref.none()));
        NodeView node = NodeView.allocate(allocator).next(target);
        NodeView reached = node.next();
        target.free();
        assertThatThrownBy(target::value).isInstanceOf(IllegalStateException.class);
        assertThat(node.next().value()).isEqualTo(42);
        assertThat(reached.value()).isEqualTo(42);
        assertThatThrownBy(reached::free).isInstanceOf(IllegalStateException.class);
        allocator.memory().close();
        assertThatThrownBy(reached::value)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void chain_whenIterated_isAllUpToTheLast() {
        NodeView last = NodeView.allocate(allocator, new Node(3, Ref.none()));
        NodeView middle = NodeView.allocate(allocator, new Node(2, Ref.to(last)));
        NodeView first = NodeView.allocate(allocator, new Node(1, Ref.to(middle)));
        StructChain<NodeView> chain = first.nextChain();
        assertThat(chain)
                .containsExactly(first, middle, last)
                .allSatisfy(node ->
                        assertThat(node.memory()).isSameAs(allocator.memory().whole()));
        assertThat(chain.stream().mapToInt(NodeView::value)).containsExactly(1, 2, 3);
        assertThat(last.nextChain()).containsExactly(last);
        Iterator<NodeView> end = last.nextChain().iterator();
        assertThat(end.next().value()).isEqualTo(3);
        assertThat(end.hasNext()).isFalse();
        assertThatThrownBy(end::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no more structs: struct=dev.ashlar.tests.reference.Node component=next");

        first.next(last);
        assertThat(chain).extracting(NodeView::value).containsExactly(1, 3);
        last.next(first);
        assertThat(chain.stream().limit(7).mapToInt(NodeView::value)).containsExactly(1, 3, 1, 3, 1, 3, 1);
    }

    @Test
    void chain_whenAStructIsFreedOrLinkedElsewhere_goesOn() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            NodeView first = NodeView.allocate(heap, new Node(1, Ref.none()));
            for (int i = 2; i < 10; i++) {
                first.next(NodeView.allocate(heap, new Node(i, first.nextRef())));
            }
            List<Integer> values = new ArrayList<>();
            for (NodeView node : first.nextChain()) {
                values.add(node.value());
                if (node.value() % 2 == 0) {
                    heap.freeAddress(node.byteOffset());
                } else {
                    node.next(null);
                }
            }
            assertThat(values).containsExactly(1, 9, 8, 7, 6, 5, 4, 3, 2);
            assertThat(heap.stats().liveBlocks()).isEqualTo(5);
        }
    }

    @Test
    void chain_whenAnAddressIsWrong_isRefusedThere() {
        NodeView second = NodeView.allocate(allocator, new Node(2, new Ref<>(-8)));
        NodeView first = NodeView.allocate(allocator, new Node(1, Ref.to(second)));
        Iterator<NodeView> chain = first.nextChain().iterator();
        chain.next();
        chain.next();
        assertThatThrownBy(chain::next)
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageStartingWith(
                        "reference out of the memory: struct=dev.ashlar.tests.reference.Node component=next address=-8 byteSize=16 ");
        second.nextAddress(20);
        Iterator<NodeView> unaligned = second.nextChain().iterator();
        unaligned.next();
        assertThatThrownBy(unaligned::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "reference to an address that is not aligned: struct=dev.ashlar.tests.reference.Node component=next address=20 byteAlignment=8");

        StructChain<NodeView> freed = second.nextChain();
        Iterator<NodeView> closed = first.nextChain().iterator();
        second.free();
        assertThatThrownBy(freed::iterator).isInstanceOf(IllegalStateException.class);
        NodeView foreign = NodeView.at(Memory.of(MemorySegment.ofArray(new long[2])));
        assertThatThrownBy(() -> foreign.nextChain().iterator())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no addresses: struct=dev.ashlar.tests.reference.Node component=next");
        NodeView zero = NodeView.at(allocator.memory().whole(), 0);
        assertThatThrownBy(() -> zero.nextChain().iterator())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address 0");
        allocator.memory().close();
        assertThatThrownBy(closed::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void chain_whenAnAddressIsAtTheEdge_isRefusedFromTheFirstByteOutsideOn() {
        Memory whole = allocator.memory().whole();
        NodeView first = NodeView.allocate(allocator, new Node(1, Ref.none()));
        long last = whole.length() - NodeView.BYTE_SIZE;
        NodeView.at(whole, last).write(new Node(2, Ref.none()));
        assertThat(first.nextAddress(last).nextChain())
                .extracting(NodeView::value)
                .containsExactly(1, 2);
        for (long outside :
                List.of(last + 8, last + 16, Long.MAX_VALUE - 7, Long.MIN_VALUE, Long.MIN_VALUE + 8, -16L, -8L)) {
            Iterator<NodeView> chain = first.nextAddress(outside).nextChain().iterator();
            chain.next();
            assertThatThrownBy(chain::next)
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining(" address=" + outside + " ");
        }
        for (long unaligned : List.of(1L, 4L, last + 1, last + 7, Long.MAX_VALUE, -1L, -7L)) {
            Iterator<NodeView> chain = first.nextAddress(unaligned).nextChain().iterator();
            chain.next();
            assertThatThrownBy(chain::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(" address=" + unaligned + " ");
        }
    }

    @Test
    void chain_whenTheMemoryGrowsOnTheWay_goesOnIntoTheNewPages() {
        LinearMemory memory = LinearMemory.create(1);
        NodeView first = NodeView.at(memory.whole(), 8);
        first.nextAddress(65_536);
        Iterator<NodeView> chain = first.nextChain().iterator();
        chain.next();
        assertThat(chain.hasNext()).isTrue();
        assertThatThrownBy(chain::next).isInstanceOf(IndexOutOfBoundsException.class);
        memory.grow(1);
        NodeView.at(memory.whole(), 65_536).value(2);
        assertThat(chain.next().value()).isEqualTo(2);
        assertThat(chain.hasNext()).isFalse();
        memory.close();
    }

    @Test
    void chain_whenStructIsPacked_takesAnyAddress() {
        Memory whole = allocator.memory().whole();
        TightView first = TightView.at(whole, 17).tag((byte) 1).nextAddress(whole.length() - 9);
        TightView.at(whole, whole.length() - 9).tag((byte) 2).next(null);
        assertThat(first.nextChain()).extracting(TightView::tag).containsExactly((byte) 1, (byte) 2);
        Iterator<TightView> outside =
                first.nextAddress(whole.length() - 8).nextChain().iterator();
        outside.next();
        assertThatThrownBy(outside::next)
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("byteSize=9 ");
    }

    @Test
    void chain_whenReferenceLeadsToAnotherStruct_isNotThere() {
        assertThat(SmallView.class.getMethods())
                .extracting(Method::getName)
                .contains("leftChain")
                .doesNotContain("otherChain");
        assertThat(OtherView.class.getMethods()).extracting(Method::getName).doesNotContain("smallChain");
        SmallView small = SmallView.allocate(allocator);
        assertThat(small.leftChain()).containsExactly(small);
    }
}

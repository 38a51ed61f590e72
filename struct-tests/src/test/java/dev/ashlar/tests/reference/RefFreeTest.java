package dev.ashlar.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import dev.ashlar.tests.tail.EntryView;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Structs freed by the references to them. */
class RefFreeTest {
    @AutoClose
    private final LinearMemory memory = LinearMemory.create(1, 10);

    private final LinkedListAllocator heap = LinkedListAllocator.over(memory);

    @Test
    void free_ofAViewThatWasReached_saysWhatToDo() {
        NodeView first = NodeView.allocate(heap).next(NodeView.allocate(heap).value(7));
        NodeView reached = Objects.requireNonNull(first.next());
        assertThatIllegalStateException()
                .isThrownBy(reached::free)
                .withMessage("free through the handle of the whole memory, as structs have it that were reached by a"
                        + " reference or an address; free the block by its address: ref.free(allocator, type) or"
                        + " allocator.freeAddress(address, byteSize): struct=dev.ashlar.tests.reference.Node address="
                        + reached.address() + " byteSize=16");
        assertThat(reached.value()).isEqualTo(7);
        heap.freeAddress(reached.address(), NodeView.BYTE_SIZE);
        assertThat(heap.stats().liveBlocks()).isOne();
    }

    @Test
    void free_whenItRefersToNothing_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ref.<Node>none().free(heap, NodeView.type()))
                .withMessage("free of a reference to nothing: struct=dev.ashlar.tests.reference.Node");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NodeView.allocate(heap).nextRef().free(heap, NodeView.type()));
    }

    @Test
    void free_whenTheMemoryIsAnother_isRefused() {
        NodeView node = NodeView.allocate(heap);
        try (LinearMemory elsewhere = LinearMemory.create(1, 10)) {
            LinkedListAllocator other = LinkedListAllocator.over(elsewhere);
            NodeView twin = NodeView.allocate(other);
            assertThat(twin.address()).isEqualTo(node.address());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ref.to(node).free(other, NodeView.type()))
                    .withMessage("reference is freed in another memory than its own:"
                            + " struct=dev.ashlar.tests.reference.Node address=" + node.address());
            assertThat(other.stats().liveBlocks()).isOne();
            // A plain number may be freed anywhere.
            new Ref<Node>(node.address()).free(other, NodeView.type());
            assertThat(other.stats().liveBlocks()).isZero();
        }
        assertThat(heap.stats().liveBlocks()).isOne();
    }

    @Test
    void free_whenItIsNoBlockOfItsOwn_isRefusedAndChangesNothing() {
        NodeArray nodes = NodeArray.allocate(heap, 3);
        for (int index = 0; index < 3; index++) {
            Ref<Node> element = Ref.to(nodes.get(index));
            assertThatIllegalStateException()
                    .isThrownBy(() -> element.free(heap, NodeView.type()))
                    .withMessageContaining("address=" + element.address());
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> new Ref<Node>(nodes.address() + 1).free(heap, NodeView.type()))
                .withMessageContaining("not aligned");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> new Ref<Node>(1L << 40).free(heap, NodeView.type()));
        assertThat(heap.stats().liveBlocks()).isOne();
        nodes.free();
    }

    @Test
    void free_freesOnce() {
        NodeView node = NodeView.allocate(heap);
        Ref<Node> reference = Ref.to(node);
        reference.free(heap, NodeView.type());
        assertThat(heap.stats().liveBlocks()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> reference.free(heap, NodeView.type()));
        assertThatIllegalStateException().isThrownBy(node::free);
        memory.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> reference.free(heap, NodeView.type()))
                .withMessageContaining("closed");
    }

    @Test
    void free_ofAStructWithATail_takesItsLength() {
        EntryView entry = EntryView.allocate(heap, new dev.ashlar.tests.tail.Entry(1, "some text"));
        Ref.to(entry).free(heap, EntryView.type());
        assertThat(heap.stats().liveBlocks()).isZero();
    }

    @Test
    void free_whenTheAllocatorCannot_isRefused() {
        try (LinearMemory other = LinearMemory.create(1, 1);
                TestAllocator least = new TestAllocator()) {
            BumpAllocator bump = BumpAllocator.over(other, 16);
            NodeView bumped = NodeView.allocate(bump);
            assertThatIllegalStateException().isThrownBy(() -> Ref.to(bumped).free(bump, NodeView.type()));
            NodeView node = NodeView.allocate(least);
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> Ref.to(node).free(least, NodeView.type()));
            assertThat(least.liveBlocks()).isOne();
        }
    }
}

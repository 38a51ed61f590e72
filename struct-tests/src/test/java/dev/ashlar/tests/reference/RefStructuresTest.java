package dev.ashlar.tests.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.Ref;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linked data structures with nothing on the Java heap, in a memory that grows meanwhile and in a file. */
class RefStructuresTest {
    @TempDir
    private Path folder;

    @Test
    void list_whenMemoryGrows_staysWhole() {
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            Allocator heap = LinkedListAllocator.over(memory);
            LinkView first = LinkView.allocate(heap);
            LinkView last = first;
            for (int value = 1; value < 50_000; value++) {
                LinkView link = LinkView.allocate(heap).value(value);
                last.next(link);
                last = link;
            }
            assertThat(memory.pages()).isGreaterThan(10);
            long expected = 0;
            for (LinkView link = first; link != null; link = link.next()) {
                assertThat(link.value()).isEqualTo(expected++);
            }
            assertThat(expected).isEqualTo(50_000);
        }
    }

    @Test
    void list_whenFreedByItsReferences_leavesNothing() {
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            LinkView first = null;
            for (int value = 0; value < 100; value++) {
                first = LinkView.allocate(heap).next(first);
            }
            while (first != null) {
                LinkView next = first.next();
                heap.freeAddress(Ref.to(first).address());
                first = next;
            }
            assertThat(heap.stats().liveBlocks()).isZero();
        }
    }

    @Test
    void tree_whenBuiltInRandomOrder_isSorted() {
        List<Integer> keys = new ArrayList<>(IntStream.range(0, 5_000).boxed().toList());
        Collections.shuffle(keys, new Random(7));
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            Allocator heap = LinkedListAllocator.over(memory);
            TreeView root = null;
            for (int key : keys) {
                root = Tree.insert(heap, root, key);
                root = Tree.insert(heap, root, key);
            }
            List<Integer> visited = new ArrayList<>();
            Tree.visit(root, visited::add);
            assertThat(visited).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
        }
    }

    @Test
    @SuppressWarnings("NullAway") // every key is found
    void hashTable_agreesWithTheOneOnTheHeap() {
        Map<String, Integer> expected = new HashMap<>();
        Random random = new Random(11);
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            Allocator heap = LinkedListAllocator.over(memory);
            BucketArray buckets = BucketArray.allocate(heap, 256);
            for (int word = 0; word < 20_000; word++) {
                String key = "w" + random.nextInt(3_000);
                expected.merge(key, 1, Integer::sum);
                Entry.count(heap, buckets, key);
            }
            expected.forEach(
                    (key, count) -> assertThat(Entry.find(buckets, key).count()).isEqualTo(count));
            assertThat(Entry.find(buckets, "none")).isNull();
            long entries = buckets.stream()
                    .flatMap(bucket -> Stream.iterate(bucket.first(), Objects::nonNull, EntryView::next))
                    .count();
            assertThat(entries).isEqualTo(expected.size());
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void list_whenFileIsReopened_isFollowedFromItsRoot() throws IOException {
        Path file = folder.resolve("heap.memory");
        try (LinearMemory memory = LinearMemory.map(file, 1, 100)) {
            Allocator heap = BumpAllocator.over(memory, 64, 60_000);
            LinkView root = LinkView.allocate(heap);
            assertThat(Ref.to(root).address()).isEqualTo(64);
            for (int value = 1; value <= 1_000; value++) {
                root.next(LinkView.allocate(heap).value(value).next(root.next()));
            }
        }
        try (LinearMemory memory = LinearMemory.mapReadOnly(file)) {
            long expected = 1_000;
            LinkView root = new Ref<Link>(64).follow(memory, LinkView.type());
            for (LinkView link = root.next(); link != null; link = link.next()) {
                assertThat(link.value()).isEqualTo(expected--);
            }
            assertThat(expected).isZero();
            assertThatThrownBy(() -> root.next(root)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the root is set by the first key
    void tree_whenHeapIsReopened_isFoundByItsRootAndGrows() throws IOException {
        Path file = folder.resolve("heap.memory");
        try (LinearMemory memory = LinearMemory.map(file, 1, 100)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            TreeView root = null;
            for (int key : new Random(3).ints(2_000, 0, 10_000).toArray()) {
                root = Tree.insert(heap, root, key * 2);
            }
            heap.rootAddress(Ref.to(root).address());
        }
        List<Integer> before = new ArrayList<>();
        try (LinearMemory memory = LinearMemory.map(file, 1, 100)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            TreeView root = new Ref<Tree>(heap.rootAddress()).follow(memory, TreeView.type());
            Tree.visit(root, before::add);
            assertThat(before)
                    .hasSize((int)
                            new Random(3).ints(2_000, 0, 10_000).distinct().count())
                    .isSorted();
            assertThat(heap.stats().liveBlocks()).isEqualTo(before.size());
            Tree.insert(heap, root, 7);
            assertThat(HeapChecker.check(heap)).isEmpty();
        }
        try (LinearMemory memory = LinearMemory.mapReadOnly(file)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            List<Integer> after = new ArrayList<>();
            Tree.visit(new Ref<Tree>(heap.rootAddress()).follow(memory, TreeView.type()), after::add);
            before.add(7);
            assertThat(after).isEqualTo(before.stream().sorted().toList());
        }
    }
}

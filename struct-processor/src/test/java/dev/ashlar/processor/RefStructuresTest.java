package dev.ashlar.processor;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linked data structures with nothing on the Java heap, in a memory that grows meanwhile and in a file. */
class RefStructuresTest {
    private static final String LIST = "@Struct public record Link(long value, Ref<Link> next) {}";
    private static final String TREE = """
            @Struct
            public record Tree(int key, Ref<Tree> left, Ref<Tree> right) {
                static TreeView insert(dev.ashlar.alloc.Allocator allocator, TreeView root, int key) {
                    if (root == null) {
                        return TreeView.allocate(allocator).key(key);
                    }
                    if (key < root.key()) {
                        root.left(insert(allocator, root.left(), key));
                    } else if (key > root.key()) {
                        root.right(insert(allocator, root.right(), key));
                    }
                    return root;
                }

                static void visit(TreeView root, java.util.function.IntConsumer visitor) {
                    if (root != null) {
                        visit(root.left(), visitor);
                        visitor.accept(root.key());
                        visit(root.right(), visitor);
                    }
                }
            }
            """;
    private static final String BUCKET = "@Struct public record Bucket(@Stored(StorageType.U32) Ref<Entry> first) {}";
    private static final String ENTRY = """
            @Struct
            public record Entry(@Length(12) String key, int count, @Stored(StorageType.U32) Ref<Entry> next) {
                static EntryView find(BucketArray buckets, String key) {
                    EntryView entry = buckets.get(Math.floorMod(key.hashCode(), buckets.size())).first();
                    while (entry != null && !entry.key().equals(key)) {
                        entry = entry.next();
                    }
                    return entry;
                }

                static void count(dev.ashlar.alloc.Allocator allocator, BucketArray buckets, String key) {
                    EntryView entry = find(buckets, key);
                    if (entry == null) {
                        BucketView bucket = buckets.get(Math.floorMod(key.hashCode(), buckets.size()));
                        entry = EntryView.allocate(allocator).key(key).next(bucket.first());
                        bucket.first(entry);
                    }
                    entry.count(entry.count() + 1);
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void list_whenMemoryGrows_staysWhole() {
        Snippet.run("""
                try (LinearMemory memory = LinearMemory.create(1, 100)) {
                    Allocator heap = LinkedListAllocator.over(memory);
                    LinkView first = LinkView.allocate(heap), last = first;
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
                """, LIST);
    }

    @Test
    void list_whenFreedByItsReferences_leavesNothing() {
        Snippet.run("""
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
                """, LIST);
    }

    @Test
    void tree_whenBuiltInRandomOrder_isSorted() {
        Snippet.run("""
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
                """, TREE);
    }

    @Test
    void hashTable_agreesWithTheOneOnTheHeap() {
        Snippet.run("""
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
                    expected.forEach((key, count) -> assertThat(Entry.find(buckets, key).count()).isEqualTo(count));
                    assertThat(Entry.find(buckets, "none")).isNull();
                    long entries = buckets.stream().flatMap(bucket -> Stream.iterate(bucket.first(), Objects::nonNull, EntryView::next)).count();
                    assertThat(entries).isEqualTo(expected.size());
                }
                """, BUCKET, ENTRY);
    }

    @Test
    void list_whenFileIsReopened_isFollowedFromItsRoot() {
        Snippet.run("""
                java.nio.file.Path file = java.nio.file.Path.of("%s");
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
                """.formatted(folder.resolve("list.memory")), LIST);
    }

    @Test
    void tree_whenHeapIsReopened_isFoundByItsRootAndGrows() {
        Snippet.run("""
                java.nio.file.Path file = java.nio.file.Path.of("%s");
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
                    assertThat(before).hasSize((int) new Random(3).ints(2_000, 0, 10_000).distinct().count()).isSorted();
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
                """.formatted(folder.resolve("tree.memory")), TREE);
    }
}

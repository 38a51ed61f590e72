package dev.ashlar.processor;

import org.junit.jupiter.api.Test;

/** References know their memory: stored in another one they would lead to a stranger, and are refused. */
class RefMemoryTest {
    private static final String NODE = "@Struct(list = true) public record Node(int value, Ref<Node> next) {}";
    private static final String SMALL =
            "@Struct public record Small(int value, @Stored(StorageType.U32) Ref<Node> next) {}";
    private static final String PAIR = "@Struct public record Pair(int id, Node one, @Length(2) Node[] more) {}";
    private static final String ROW = "@Struct(columns = true) public record Row(int id, Ref<Node> at, Node node) {}";
    private static final String TAILED = "@Struct public record Tailed(int id, @Tail Node[] nodes) {}";
    private static final String CHOICE = """
            @Struct public sealed interface Choice permits Choice.Number, Choice.Link {
                @Struct record Number(int value) implements Choice {}
                @Struct record Link(byte id, Ref<Node> at) implements Choice {}
            }
            """;
    private static final String HOLDER = "@Struct public record Holder(int id, Choice choice) {}";

    /** {@code there} is a reference of another memory; nothing is to change here when it is refused. */
    private static void run(String body) {
        Snippet.run("""
                try (LinearMemory elsewhere = LinearMemory.create(1)) {
                    NodeView stranger = NodeView.at(elsewhere.span(64, 64));
                    Ref<Node> there = Ref.to(stranger);
                    Node foreign = new Node(9, there);
                    Node own = new Node(1, Ref.none());
                %s
                }
                """.formatted(body), NODE, SMALL, PAIR, ROW, TAILED, CHOICE, HOLDER);
    }

    private static String refused(String call, String struct, String component, String unchanged) {
        return """
                    {
                        byte[] before = %1$s.memory().loadBytes();
                        assertThatThrownBy(() -> %2$s).isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("reference into another memory: struct=%3$s component=%4$s");
                        assertThat(%1$s.memory().loadBytes()).isEqualTo(before);
                    }
                """.formatted(unchanged, call, struct, component);
    }

    @Test
    void setters_whenReferenceIsOfAnotherMemory_refuseIt() {
        run(
                "    NodeView node = NodeView.allocate(allocator, own);\n    SmallView small = SmallView.allocate(allocator);\n"
                        + refused("node.next(stranger)", "p.Node", "next", "node")
                        + refused("node.nextRef(there)", "p.Node", "next", "node")
                        + refused("small.nextRef(there)", "p.Small", "next", "small")
                        + refused("node.write(foreign)", "p.Node", "next", "node")
                        + refused("small.write(new Small(4, there))", "p.Small", "next", "small")
                        + refused("NodeView.type().put(node.memory(), 0, foreign)", "p.Node", "next", "node"));
    }

    @Test
    void allocation_whenReferenceIsOfAnotherMemory_takesNothing() {
        run("""
                    LinkedListAllocator heap = LinkedListAllocator.over(LinearMemory.create(1));
                    assertThatThrownBy(() -> NodeView.allocate(heap, foreign)).isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("reference into another memory: struct=p.Node component=next");
                    assertThatThrownBy(() -> TailedView.allocate(heap, new Tailed(1, new Node[] {own, foreign})))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> ChoiceView.allocate(heap, new Choice.Link((byte) 1, there)))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThat(heap.stats().liveBlocks()).isZero();
                """);
    }

    @Test
    void nestedStructsAndArrays_whenReferenceIsOfAnotherMemory_refuseIt() {
        run("    Node[] some = {own, foreign};\n    PairView pair = PairView.allocate(allocator);\n"
                + "    NodeArray nodes = NodeArray.allocate(allocator, 3);\n"
                + "    TailedView tailed = TailedView.allocate(allocator, new Tailed(1, new Node[] {own, own}));\n"
                + refused("pair.one(foreign)", "p.Node", "next", "pair")
                + refused("pair.moreFrom(some)", "p.Node", "next", "pair")
                + refused("pair.more().set(1, foreign)", "p.Node", "next", "pair")
                + refused("pair.write(new Pair(5, own, some))", "p.Node", "next", "pair")
                + refused("nodes.set(1, foreign)", "p.Node", "next", "nodes")
                + refused("tailed.nodesFrom(some)", "p.Node", "next", "tailed")
                + refused("tailed.write(new Tailed(7, some))", "p.Node", "next", "tailed"));
    }

    @Test
    void unions_whenReferenceIsOfAnotherMemory_refuseIt() {
        run("    ChoiceView choice = ChoiceView.allocate(allocator, new Choice.Number(3));\n"
                + "    HolderView holder = HolderView.allocate(allocator, new Holder(1, new Choice.Number(3)));\n"
                + "    Choice link = new Choice.Link((byte) 1, there);\n"
                + refused("choice.write(link)", "p.Choice.Link", "at", "choice")
                + refused("holder.choice(link)", "p.Choice.Link", "at", "holder")
                + refused("holder.write(new Holder(2, link))", "p.Choice.Link", "at", "holder"));
    }

    @Test
    void listsAndLogs_whenReferenceIsOfAnotherMemory_refuseIt() {
        run("""
                    NodeList list = NodeList.create(allocator, 0);
                    for (int round = 0; round < 3; round++) {
                        assertThatThrownBy(() -> list.add(foreign)).isInstanceOf(IllegalArgumentException.class)
                                .hasMessage("reference into another memory: struct=p.Node component=next");
                        assertThatThrownBy(() -> list.insert(0, foreign)).isInstanceOf(IllegalArgumentException.class);
                        assertThatThrownBy(() -> list.addAll(List.of(own, foreign))).isInstanceOf(IllegalArgumentException.class);
                        assertThat(list.size()).isEqualTo(round);
                        list.add(own);
                    }
                    assertThatThrownBy(() -> NodeList.copyOf(allocator, List.of(foreign))).isInstanceOf(IllegalArgumentException.class);
                    StructLog<Node, NodeView> log = StructLog.over(allocator.allocate(64), NodeView.type());
                    assertThatThrownBy(() -> log.append(foreign)).isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> log.tryAppend(foreign)).isInstanceOf(IllegalArgumentException.class);
                    assertThat(log.byteSize()).isZero();
                """);
    }

    @Test
    void columns_whenReferenceIsOfAnotherMemory_refuseIt() {
        run("    RowColumns rows = RowColumns.allocate(allocator, 2);\n"
                + "    Row row = new Row(3, there, own), inner = new Row(3, Ref.none(), foreign);\n"
                + refused("rows.set(1, row)", "p.Row", "at", "rows")
                + refused("rows.get(1).atRef(there)", "p.Row", "at", "rows")
                + refused("rows.set(1, inner)", "p.Row", "nodeNext", "rows"));
    }

    @Test
    void records_whenCopiedBetweenMemories_areRefusedUnlessTheyReferToNothing() {
        run("""
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
                """);
    }

    @Test
    void reference_whenItIsAPlainNumber_isStoredAnywhere() {
        run("""
                    NodeView node = NodeView.allocate(allocator, own);
                    node.nextRef(new Ref<>(there.address()));
                    assertThat(node.nextAddress()).isEqualTo(64);
                    NodeView loose = NodeView.at(Memory.of(MemorySegment.ofArray(new long[2])));
                    loose.write(new Node(1, new Ref<>(64)));
                    node.write(loose.read());
                    assertThat(node.nextAddress()).isEqualTo(64);
                    loose.write(own);
                    assertThatThrownBy(() -> loose.write(foreign)).isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("part of no LinearMemory");
                    assertThat(loose.read()).isEqualTo(own);
                """);
    }

    @Test
    void follow_whenMemoryIsAnother_isRefused() {
        run("""
                    assertThat(there.follow(elsewhere, NodeView.type())).isEqualTo(stranger);
                    assertThatThrownBy(() -> there.follow(allocator.memory(), NodeView.type()))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("reference is followed in another memory than its own: target=p.Node address=" + there.address());
                """);
    }

    @Test
    void equality_goesByTheAddressAlone() {
        run("""
                    NodeView here = NodeView.at(allocator.memory().whole(), 64);
                    assertThat(Ref.to(here)).isEqualTo(there).hasSameHashCodeAs(there).isEqualTo(new Ref<Node>(64))
                            .hasToString("Ref[address=64]");
                    assertThat(there).isNotEqualTo(new Ref<Node>(72)).isNotEqualTo(64L);
                """);
    }
}

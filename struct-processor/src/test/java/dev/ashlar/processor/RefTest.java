package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** References, as the compiler sees them. */
class RefTest {
    @Test
    void reference_whenInAnotherPackage_compiles() {
        String node = "package q;\nimport dev.ashlar.struct.*;\n@Struct public record Node(Ref<Node> next) {}";
        String holder = """
                package p;
                import dev.ashlar.struct.*;
                @Struct public record Holder(Ref<q.Node> first) {
                    static boolean test(HolderView holder, q.NodeView node) {
                        return holder.first(node).first() == null || holder.firstRef(Ref.to(node)).first() != null;
                    }
                }
                """;
        assertThat(Compiled.of(holder, node).loader()).isNotNull();
    }

    @Test
    void reference_whenTargetIsInError_isNotWrittenAndOnlyTheRootCauseIsReported() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record A(Ref<B> b) {}"),
                Snippet.inPackage("@Struct record B(Ref<A> a, Ref<C> c) {}"),
                Snippet.inPackage("@LayoutCheck(size = 1)\n@Struct record C(Ref<A> a) {}"),
                Snippet.inPackage("@Struct record Apart(Ref<Apart> a) {}"));
        assertThat(compiled.errors()).containsExactly("LayoutSize@4");
        assertThat(compiled.written()).containsExactly("p.ApartView", "p.ApartArray");
    }

    @Test
    void reference_whenTargetHasNoView_isAnError() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct record A(\nRef<dev.ashlar.processor.ViewlessStruct> a) {}"))
                        .errors())
                .containsExactly("NestedStruct@4");
    }

    @Test
    void reference_whenMistyped_isAnError() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record A(\nRef<?> a,\nRef<Integer> b,\n@Stored(StorageType.I32) Ref<A> c,\n"
                        + "@Length(2) Ref<A>[] d,\n@Length(2) Ref<A> e,\nRef<Missing> f) {}"));
        assertThat(compiled.errors())
                .containsExactlyInAnyOrder(
                        "RefTarget@4",
                        "RefTarget@5",
                        "StoredType@6",
                        "ComponentType@7",
                        "LengthMisplaced@8",
                        "UnresolvedType@9",
                        "javac@9");
    }
}

package dev.ashlar.tests.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Components named like members of the generated code. */
class NamesTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void components_ofAStructWithReferencesUnionsAndATail_mayHideNothing() {
        Hiding hiding = new Hiding(Ref.none(), new One(1), 2, 3, 4, 5, 6, new Ref<>(8), Ref.none(), 9, 10, "tail");
        HidingView view = HidingView.allocate(allocator, hiding);
        assertThat(view.read()).isEqualTo(hiding);
        view.write(new Hiding(new Ref<>(16), new One(2), 3, 4, 5, 6, 7, Ref.none(), Ref.none(), 10, 11, "liat"));
        assertThat(view.StructTail() + view.StructTailLength() + view.BYTE_ALIGNMENT())
                .isEqualTo("liat45");
        assertThat(view.RefTargetChain() + view.place()).isEqualTo(21);
        assertThat(view.StructChainChain()).containsExactly(view);
        assertThat(view.RefTargetChain_().iterator().next()).isEqualTo(view);
        assertThat(HidingView.put(view.memory(), 0, hiding).read()).isEqualTo(hiding);
    }
}

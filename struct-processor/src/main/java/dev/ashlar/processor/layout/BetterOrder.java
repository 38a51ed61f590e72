package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.ComponentModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of components that needs least padding: by falling alignment. Sizes are multiples of alignments, so each
 * component then ends where the next may start, and only the end of the struct is padded.
 */
public final class BetterOrder {
    private BetterOrder() {}

    /** The components of {@code layout} in an order with less padding; empty when there is none. */
    public static Optional<List<ComponentModel>> of(StructLayout layout) {
        List<ComponentModel> ordered = layout.components().stream()
                .map(PlacedComponent::component)
                .sorted(Comparator.comparingLong(BetterOrder::byteAlignment).reversed())
                .toList();
        return LayoutRule.layOut(ordered).padding() < layout.padding() ? Optional.of(ordered) : Optional.empty();
    }

    private static long byteAlignment(ComponentModel component) {
        return component.storedType().byteAlignment();
    }
}

package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of components that needs least padding: by falling alignment. Sizes are multiples of alignments, so each
 * component then ends where the next may start, and only the end of the struct is padded. Tails stay the last. Where bit-fields or
 * {@code @Align} break that rule the order is still tried, and offered when it needs less than the present one.
 *
 * @param names the components in that order
 * @param padding what it needs, in bytes
 */
public record BetterOrder(List<String> names, long padding) {
    /** An order of the components of {@code struct} with less padding; empty when there is none. */
    public static Optional<BetterOrder> of(StructModel struct, Layouts layouts) {
        StructLayout layout = layouts.of(struct);
        List<PlacedComponent> ordered = layout.components().stream()
                .filter(placed -> !placed.isPresence())
                .sorted(Comparator.comparing((PlacedComponent placed) -> placed.type() instanceof ComponentType.Tail)
                        .thenComparing(Comparator.comparingLong(BetterOrder::byteAlignment)
                                .reversed()))
                .toList();
        StructModel better = struct.reordered(
                ordered.stream().map(PlacedComponent::component).toList());
        long padding = layouts.of(better).padding();
        return padding < layout.padding()
                ? Optional.of(new BetterOrder(
                        ordered.stream().map(PlacedComponent::name).toList(), padding))
                : Optional.empty();
    }

    /** The alignment of a component; all tails have the same, and keep their order. */
    private static long byteAlignment(PlacedComponent placed) {
        return placed.type() instanceof ComponentType.Tail ? 1 : placed.byteAlignment();
    }
}

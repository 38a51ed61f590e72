package dev.ashlar.processor.layout;

import dev.ashlar.memory.Alignment;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.LayoutTable;
import dev.ashlar.struct.StructComponent;
import java.util.List;

/**
 * Where everything in a struct lies.
 *
 * @param byteSize in bytes, padding included
 * @param byteAlignment in bytes
 * @param naturalAlignment in bytes, what its components ask for; less than {@code byteAlignment} in an over-aligned
 *     struct
 * @param isPlain whether C functions take it by value: neither packed nor over-aligned, and with nothing big-endian, to any
 *     depth
 * @param components in the order of their offsets
 */
public record StructLayout(
        long byteSize, long byteAlignment, long naturalAlignment, boolean isPlain, List<PlacedComponent> components) {
    public StructLayout {
        components = List.copyOf(components);
    }

    /** The alignment of its address that atomic access requires, in bytes; 1 when there is none. */
    public long atomicAlignment() {
        return components.stream()
                .mapToLong(PlacedComponent::atomicAlignment)
                .max()
                .orElse(1);
    }

    /** Whole bytes that belong to no component. */
    public long padding() {
        long end = 0;
        long padding = 0;
        for (PlacedComponent placed : components) {
            if (placed.isBehindTail()) {
                break;
            }
            padding += Math.max(0, placed.byteOffset() - end);
            end = Math.max(end, placed.end());
        }
        return hasTail() ? padding : padding + byteSize - end;
    }

    /** The size of the struct that C declares: with the first of its tails and nothing behind that. */
    public long cByteSize() {
        long end = components.stream()
                .filter(placed -> !placed.isBehindTail())
                .mapToLong(PlacedComponent::end)
                .max()
                .orElse(0);
        return hasTail() ? Alignment.alignUp(end, byteAlignment) : byteSize;
    }

    /** Returns whether its last component is of variable size; bytes after the start of a tail are not padding. */
    private boolean hasTail() {
        return components.getLast().type() instanceof ComponentType.Tail;
    }

    /** The components of {@code struct}, whose layout this is, as the library calls them at run time. */
    public List<StructComponent> described(StructModel struct) {
        return DescribedComponents.of(components, struct.settings().order());
    }

    /** The table that messages, Javadoc and the run-time description print. */
    public String table(StructModel struct) {
        return LayoutTable.of(struct.name().canonicalName(), byteSize, byteAlignment, described(struct));
    }
}

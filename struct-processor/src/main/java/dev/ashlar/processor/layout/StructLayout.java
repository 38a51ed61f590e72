package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.StructName;
import dev.ashlar.struct.LayoutTable;
import java.util.List;

/**
 * Where everything in a struct lies.
 *
 * @param byteSize in bytes, padding included
 * @param byteAlignment in bytes
 * @param components in the order of their offsets
 */
public record StructLayout(long byteSize, long byteAlignment, List<PlacedComponent> components) {
    public StructLayout {
        components = List.copyOf(components);
    }

    /** Bytes that belong to no component. */
    public long padding() {
        long used = components.stream()
                .mapToLong(placed -> placed.type().byteSize())
                .sum();
        return byteSize - used;
    }

    /** The table that messages, Javadoc and the run-time description print. */
    public String table(StructName name) {
        return LayoutTable.of(
                name.canonicalName(),
                byteSize,
                byteAlignment,
                components.stream().map(PlacedComponent::described).toList());
    }
}

package dev.ashlar.struct;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The layouts of components in {@code java.lang.foreign}. */
final class ComponentLayout {
    private ComponentLayout() {}

    /**
     * The layout of a component, with its name, with as much alignment as its offset allows.
     *
     * @param mostAlignment the alignment that the offset of the struct allows
     */
    static MemoryLayout of(StructComponent component, long mostAlignment) {
        long start = component.valueOffset();
        long alignment = start == 0 ? mostAlignment : Math.min(mostAlignment, Long.lowestOneBit(start));
        MemoryLayout element = value(component.kind(), component.order(), alignment);
        return (component.isSequence() ? MemoryLayout.sequenceLayout(component.length(), element) : element)
                .withName(component.name());
    }

    private static MemoryLayout value(ComponentKind kind, StructOrder order, long alignment) {
        return switch (kind) {
            case ComponentKind.Nested nested ->
                struct(Objects.requireNonNull(nested.struct(), "known only by size"), alignment);
            case ComponentKind.Union union -> union(union, alignment);
            case ComponentKind.Pointer pointer -> valueLayout(ValueLayout.ADDRESS, order, alignment);
            case ComponentKind.Scalar scalar -> valueLayout(scalar.storageType().layout(), order, alignment);
            case ComponentKind.Presence presence ->
                MemoryLayout.sequenceLayout(presence.byteSize(), ValueLayout.JAVA_BYTE);
            case ComponentKind.Bits bits -> valueLayout(bits.storageType().layout(), order, alignment);
        };
    }

    private static MemoryLayout valueLayout(ValueLayout value, StructOrder order, long alignment) {
        return value.withOrder(order.byteOrder()).withByteAlignment(Math.min(alignment, value.byteAlignment()));
    }

    private static MemoryLayout struct(StructType<?, ?> struct, long alignment) {
        return struct.layout(Math.min(alignment, struct.byteAlignment()));
    }

    /** The layouts of all variants. */
    private static MemoryLayout union(ComponentKind.Union union, long alignment) {
        List<MemoryLayout> members = new ArrayList<>();
        for (StructVariant variant : union.variants()) {
            members.add(struct(variant.struct(), alignment));
        }
        return overlaid(members, union.byteSize());
    }

    /**
     * The layout of a union without a tag. A bit-field is its whole unit where there is room for that, so that C functions see
     * the same class of register.
     */
    static MemoryLayout arms(StructType<?, ?> union, long alignment) {
        List<MemoryLayout> members = new ArrayList<>();
        for (StructComponent arm : union.components()) {
            MemoryLayout member = of(arm, alignment);
            members.add(
                    member.byteSize() <= union.byteSize()
                            ? member
                            : MemoryLayout.sequenceLayout(arm.byteSize(), ValueLayout.JAVA_BYTE)
                                    .withName(arm.name()));
        }
        return overlaid(members, union.byteSize());
    }

    /** The members at one offset, and padding where C rounds the size up. */
    private static MemoryLayout overlaid(List<MemoryLayout> members, long byteSize) {
        if (members.stream().allMatch(member -> member.byteSize() < byteSize)) {
            members.add(MemoryLayout.paddingLayout(byteSize));
        }
        return MemoryLayout.unionLayout(members.toArray(MemoryLayout[]::new));
    }
}

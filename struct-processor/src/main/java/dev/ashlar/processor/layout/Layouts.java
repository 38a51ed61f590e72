package dev.ashlar.processor.layout;

import dev.ashlar.memory.Alignment;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.StorageType;
import java.util.IdentityHashMap;

/**
 * The layouts of structs, each computed once: a struct may hold the same other one many times over, at every depth. Lives
 * as long as the models it is asked about.
 */
public final class Layouts {
    /** No size is larger, so that sums do not overflow; structs of that size are refused. */
    private static final long BYTE_SIZE_LIMIT = 1L << 50;

    private final IdentityHashMap<StructModel, StructLayout> layouts = new IdentityHashMap<>();
    private final Fingerprints fingerprints = new Fingerprints(this);

    /** The layout of {@code struct}, all components of which must be in order. */
    public StructLayout of(StructModel struct) {
        StructLayout known = layouts.get(struct);
        if (known == null) {
            known = LayoutRule.layOut(struct, this::footprint);
            layouts.put(struct, known);
        }
        return known;
    }

    /** The fingerprint of {@code struct}, which must have passed its checks: {@code StructType.fingerprint()}. */
    public long fingerprint(StructModel struct) {
        return fingerprints.of(struct);
    }

    private Footprint footprint(ComponentType type) {
        return switch (type) {
            case ComponentType.Scalar scalar -> scalar(scalar);
            case ComponentType.BitField bits -> scalar(bits.value());
            case ComponentType.Tag tag -> number(tag.storageType());
            case ComponentType.Union union -> union(union);
            case ComponentType.TextTail text -> new Footprint(1, 1, 1, false);
            case ComponentType.ArrayTail tail -> {
                Footprint element = footprint(tail.element());
                yield new Footprint(element.byteSize(), element.byteAlignment(), element.atomicAlignment(), false);
            }
            case ComponentType.Reference reference -> number(reference.storageType());
            case ComponentType.Atomic atomic -> {
                int byteSize = atomic.value().storageType().byteSize();
                yield new Footprint(byteSize, byteSize, byteSize, true);
            }
            case ComponentType.Pointer pointer -> new Footprint(Long.BYTES, Long.BYTES);
            case ComponentType.FixedText text -> new Footprint(text.length(), 1);
            case ComponentType.Presence presence -> new Footprint(LayoutRule.bytes(presence.count()), 1);
            case ComponentType.Nested nested -> {
                StructLayout layout = of(nested.struct());
                yield new Footprint(
                        Math.min(layout.byteSize(), BYTE_SIZE_LIMIT),
                        layout.byteAlignment(),
                        layout.atomicAlignment(),
                        layout.isPlain());
            }
            case ComponentType.FixedArray array -> {
                Footprint element = footprint(array.element());
                yield new Footprint(
                        Math.min(times(element.byteSize(), array.length()), BYTE_SIZE_LIMIT),
                        element.byteAlignment(),
                        element.atomicAlignment(),
                        element.isPlain());
            }
        };
    }

    /** The footprint of a union: as large as its largest variant, and aligned as all of them require. */
    private Footprint union(ComponentType.Union union) {
        long byteSize = 0;
        long byteAlignment = 1;
        long atomicAlignment = 1;
        boolean isPlain = true;
        for (StructModel variant : union.structs()) {
            StructLayout layout = of(variant);
            byteSize = Math.max(byteSize, Math.min(layout.byteSize(), BYTE_SIZE_LIMIT));
            byteAlignment = Math.max(byteAlignment, layout.byteAlignment());
            atomicAlignment = Math.max(atomicAlignment, layout.atomicAlignment());
            isPlain &= layout.isPlain();
        }
        return new Footprint(Alignment.alignUp(byteSize, byteAlignment), byteAlignment, atomicAlignment, isPlain);
    }

    private static long times(long byteSize, long length) {
        return Math.multiplyHigh(byteSize, length) == 0 && byteSize * length >= 0 ? byteSize * length : BYTE_SIZE_LIMIT;
    }

    private static Footprint scalar(ComponentType.Scalar scalar) {
        return number(scalar.storageType());
    }

    private static Footprint number(StorageType storageType) {
        return new Footprint(storageType.byteSize(), storageType.byteAlignment());
    }
}

package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import org.jspecify.annotations.Nullable;

/**
 * A component at its place.
 *
 * @param byteOffset bytes from the start of the struct; for a bit-field, of the byte that its first bit lies in; behind a
 *     tail, if all tails before are empty
 * @param byteSize in bytes; for a bit-field, of all bytes that it has bits in; for a tail, of those before its values
 * @param byteAlignment in bytes, what it asks of its struct
 * @param naturalAlignment in bytes, what it would ask without its {@code @Align}
 * @param atomicAlignment in bytes, what atomic access to it or in it asks of its address; 1 without
 * @param presence the bits that say whether it, or each of its elements, has a value; null without any
 * @param bitOffset where a bit-field starts in its first byte, 0 to 7
 * @param tailBefore the tail behind which it starts, wherever that ends; null for all that have a fixed offset
 */
public record PlacedComponent(
        ComponentModel component,
        long byteOffset,
        long byteSize,
        long byteAlignment,
        long naturalAlignment,
        long atomicAlignment,
        @Nullable PresenceBits presence,
        int bitOffset,
        @Nullable String tailBefore) {
    /**
     * The bit that says whether a component has a value, or those that say which of its elements have one.
     *
     * @param byteOffset the offset of the presence bits of the struct: bytes from its start
     * @param first the position of the first in them
     * @param count their number, one for each element
     */
    public record PresenceBits(long byteOffset, int first, int count) {}

    public String name() {
        return component.name();
    }

    /** The same component under another name, with the path to it, and at another place. */
    PlacedComponent named(String name, String path, long place) {
        PresenceBits moved = presence == null
                ? null
                : new PresenceBits(presence.byteOffset() + place - byteOffset, presence.first(), presence.count());
        return new PlacedComponent(
                component.named(name, path),
                place,
                byteSize,
                byteAlignment,
                naturalAlignment,
                atomicAlignment,
                moved,
                bitOffset,
                tailBefore);
    }

    /** The same component with presence bits. */
    PlacedComponent with(PresenceBits bits) {
        return new PlacedComponent(
                component,
                byteOffset,
                byteSize,
                byteAlignment,
                naturalAlignment,
                atomicAlignment,
                bits,
                bitOffset,
                tailBefore);
    }

    /** Returns whether it is not a component of the record, but the bits that say which of them have a value. */
    public boolean isPresence() {
        return type() instanceof ComponentType.Presence;
    }

    /** Returns whether it is a tail behind another, whose length decides where it lies. */
    public boolean isBehindTail() {
        return tailBefore != null;
    }

    public ComponentType type() {
        return component.storedType();
    }

    /** The storage of one value that a codec stores, without the byte order. */
    // I64
    // I8[16]
    public String valueStorage() {
        return DescribedComponents.storage(this);
    }

    /** The way in which it, or an element of it, says that it has no value, as fingerprints and recordings have it; empty if it always has one. */
    //  optional 0
    //  optional 3:4
    //  absent -1
    public String absence() {
        AbsenceModel absence = component.absence();
        if (absence == null) {
            return "";
        }
        if (presence == null) {
            return " absent " + absence.sentinel();
        }
        return " optional " + presence.first() + (absence.isByElement() ? ":" + presence.count() : "");
    }

    /** The offset of its values: in a tail, after their number if that lies there; otherwise its own. */
    public long valueOffset() {
        return type() instanceof ComponentType.Tail ? end() : byteOffset;
    }

    /** The offset of the first byte after it. */
    public long end() {
        return byteOffset + byteSize;
    }
}

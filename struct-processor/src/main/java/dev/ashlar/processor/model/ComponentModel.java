package dev.ashlar.processor.model;

import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a struct.
 *
 * @param name its name in the record
 * @param path its name in messages: that in the record, or the path to it where a column has a name of its own
 * @param getter the method of the record that tells its value
 * @param type what is stored; null when a finding says that it cannot be
 * @param codec what makes values of what is stored; null when that is the value
 * @param absence how it, or each of its elements, can be absent; null when it always has a value
 * @param order the value of its {@code @Endian}; null when it has none
 * @param byteAlignment the value of its {@code @Align}; null when it has none
 * @param assertedOffset the value of its {@code @Offset}; null when it has none
 * @param site where it stands in the source
 */
public record ComponentModel(
        String name,
        String path,
        String getter,
        @Nullable ComponentType type,
        @Nullable CodecModel codec,
        @Nullable AbsenceModel absence,
        @Nullable StructOrder order,
        @Nullable Long byteAlignment,
        @Nullable Long assertedOffset,
        Site site) {
    /** A component that is stored as it is, without annotations about its place. */
    public static ComponentModel plain(String name, ComponentType type, Site site) {
        return new ComponentModel(name, name, name, type, null, null, null, null, null, site);
    }

    /** Returns the type, once the checks have passed: every component of a struct without errors has one. */
    public ComponentType storedType() {
        if (type == null) {
            throw new IllegalStateException("component without a type: " + name);
        }
        return type;
    }

    /** The type in the record as it is written in Java; arrays with their length. */
    // int[4]
    // Integer
    public String typeName() {
        return absence == null ? valueTypeName() : absence.typeName(valueTypeName());
    }

    /** The type of a value that is there, as it is written in Java; arrays with their length. */
    // int[4]
    // Instant
    public String valueTypeName() {
        if (codec == null) {
            return storedType().typeName();
        }
        String value = codec.value().typeName();
        if (!codec.isByElement()) {
            return value;
        }
        return storedType() instanceof ComponentType.FixedArray array
                ? value + "[" + array.length() + "]"
                : value + "[]";
    }

    /** The order of its bytes in a struct with {@code settings}. */
    public StructOrder orderIn(StructSettings settings) {
        return order == null ? settings.order() : order;
    }

    /** Returns whether its bytes have another order than those of a struct with {@code settings}. */
    public boolean differsFrom(StructSettings settings) {
        return order != null && order != settings.order();
    }

    /** The number of presence bits that say whether it, or each of its elements, has a value. */
    public int presenceBits() {
        if (absence == null || !absence.isByBit()) {
            return 0;
        }
        return absence.isByElement() ? storedType().fixedLength().orElse(0) : 1;
    }

    /** Returns whether it is an array or tail of elements that may be absent. */
    public boolean hasOptionalElements() {
        return absence != null && absence.isByElement();
    }

    /** Returns whether its value is one {@code boolean}. */
    public boolean isTruth() {
        return codec == null ? storedType().isTruth() : codec.isTruth();
    }

    /**
     * Returns whether all bytes are a value of it, and what is stored for that value: not the numbers that no constant has, text
     * that is not UTF-8, what a codec makes of something else, bytes of an absent value.
     */
    public boolean isExact() {
        return codec == null && absence == null && storedType().isExact();
    }

    /** The types that code about it mentions: structs, enums, the targets of references, codecs and their values. */
    public List<ComponentType.Mention> mentions() {
        List<ComponentType.Mention> mentions = new ArrayList<>(storedType().mentions());
        if (codec != null) {
            mentions.addAll(codec.mentions());
        }
        return mentions;
    }

    /** The same component under another name, and with the path to it. */
    // startX, start.x
    public ComponentModel named(String other, String otherPath) {
        return new ComponentModel(
                other, otherPath, getter, type, codec, absence, order, byteAlignment, assertedOffset, site);
    }
}

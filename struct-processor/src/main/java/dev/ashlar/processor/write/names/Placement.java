package dev.ashlar.processor.write.names;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.struct.StructOrder;
import java.nio.ByteOrder;
import java.util.function.Function;

/** The expressions for where the components of a struct lie in their handle, and the byte order of their values. */
public final class Placement {
    private static final String OF_VIEW = "byteOffset()";

    private final StructOrder order;
    private final String start;
    private final Function<ComponentModel, CodeBlock> offset;

    /** In a row, the bit that says whether a component has a value. */
    private final Function<ComponentModel, CodeBlock> validity;

    private Placement(
            StructOrder order,
            String start,
            Function<ComponentModel, CodeBlock> offset,
            Function<ComponentModel, CodeBlock> validity) {
        this.order = order;
        this.start = start;
        this.offset = offset;
        this.validity = validity;
    }

    /**
     * The placement in a view, which knows where its struct starts. By the method and not the field: with the field, loops that
     * read several components took two to nine times as long.
     */
    // byteOffset() + OFFSET_ID
    public static Placement inView(StructOrder order) {
        return fromStart(order, OF_VIEW);
    }

    /** The placement in a method with a parameter {@code byteOffset}, the start of the struct. */
    // byteOffset + OFFSET_ID
    public static Placement fromParameter(StructOrder order) {
        return fromStart(order, "byteOffset");
    }

    /** The placement in a row of columns, which has a method for the offset of each component. */
    // idOffset()
    public static Placement inRow(
            StructOrder order, GeneratedNames rows, Function<ComponentModel, CodeBlock> validity) {
        return inRow(order, component -> CodeBlock.of("$L()", rows.accessor(component, "Offset")), validity);
    }

    /**
     * The placement in the methods of a row that copy whole records: an expression for the offset of each component, for
     * methods beyond some number are not inlined.
     *
     * @param validity an expression for the validity bitmap of each component and the bit of the row in it
     */
    // columns.idColumn + index * 4
    public static Placement inRow(
            StructOrder order,
            Function<ComponentModel, CodeBlock> offset,
            Function<ComponentModel, CodeBlock> validity) {
        return new Placement(order, "", offset, validity);
    }

    /** The placement in the struct that another one is compared with, where a method has a parameter for its start. */
    // thatOffset + OFFSET_ID
    public static Placement fromOtherParameter(StructOrder order) {
        return fromStart(order, "thatOffset");
    }

    /** The placement in the view that this one is compared with. */
    // that.byteOffset() + OFFSET_ID
    public static Placement inOtherView(StructOrder order) {
        return fromStart(order, "that." + OF_VIEW);
    }

    private static Placement fromStart(StructOrder order, String start) {
        return new Placement(
                order,
                start,
                component -> CodeBlock.of("$L + $L", start, OffsetConstant.of(component.name())),
                component -> {
                    throw new IllegalStateException("no columns: " + component.name());
                });
    }

    /**
     * The bit that says whether a component has a value: where the bits start in the handle, and its position in them.
     *
     * @param constant the offset of the presence bits in a struct
     * @param bit the position of the bit in a struct
     */
    // byteOffset() + OFFSET_PRESENCE, 0
    // columns.ageValidity, columns.firstBit + index
    public CodeBlock presence(ComponentModel component, String constant, int bit) {
        return isInRow() ? validity.apply(component) : CodeBlock.of("$L + $L, $L", start, constant, bit);
    }

    /**
     * As {@link #presence}, of an element of an array.
     *
     * @param first the position of the bit of the first element in a struct
     * @param index the index of the element, or nothing for the first
     */
    // byteOffset() + OFFSET_PRESENCE, 3 + index
    // columns.levelsValidity, (columns.firstBit + this.index) * LENGTH_LEVELS + index
    public CodeBlock presence(ComponentModel component, String constant, int first, CodeBlock index) {
        if (index.isEmpty()) {
            return presence(component, constant, first);
        }
        return !isInRow() && first == 0
                ? CodeBlock.of("$L + $L,$W$L", start, constant, index)
                : CodeBlock.of("$L$W+ $L", presence(component, constant, first), index);
    }

    /** The same placement in the byte order of a component, which may have one of its own. */
    public Placement inOrderOf(ComponentModel component) {
        return component.order() == null ? this : new Placement(component.order(), start, offset, validity);
    }

    /** The order of the bytes in each value. */
    public StructOrder order() {
        return order;
    }

    // StructOrder.LITTLE_ENDIAN
    // StructOrder.BIG_ENDIAN
    public CodeBlock orderConstant() {
        return CodeBlock.of("$T.$L", Library.STRUCT_ORDER, order);
    }

    // ByteOrder.LITTLE_ENDIAN
    // ByteOrder.nativeOrder()
    public CodeBlock byteOrder() {
        return CodeBlock.of("$T.$L", ByteOrder.class, order == StructOrder.NATIVE ? "nativeOrder()" : order);
    }

    /** Returns whether it is that of a row, which has no place of its own in memory. */
    public boolean isInRow() {
        return start.isEmpty();
    }

    /** The start of the struct. */
    // byteOffset()
    // byteOffset
    public String start() {
        return start;
    }

    /** The offset of a component in the handle. */
    // byteOffset() + OFFSET_ID
    // idOffset()
    public CodeBlock of(ComponentModel component) {
        return offset.apply(component);
    }

    /** What a method of the view computes, or what a variable of that name holds where the start of the struct is a variable. */
    // extraOffset()
    // that.extraOffset()
    // extraOffset
    public CodeBlock computed(String name) {
        return start.endsWith(OF_VIEW)
                ? CodeBlock.of("$L$L()", start.substring(0, start.length() - OF_VIEW.length()), name)
                : CodeBlock.of("$L", name);
    }

    /** The offset in the handle of what lies at an offset from the start of the struct. */
    // byteOffset() + TAIL_OFFSET
    // byteOffset + TAIL_OFFSET
    public CodeBlock at(String offset) {
        return CodeBlock.of("$L + $L", start, offset);
    }
}

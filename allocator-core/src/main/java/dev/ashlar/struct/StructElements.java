package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.CheckedStruct;
import dev.ashlar.struct.support.ComponentPath;
import dev.ashlar.struct.support.ComponentValue;

/**
 * Operations on whole arrays of structs inside a struct: checking, copying, comparing and printing. For generated code.
 */
public final class StructElements {
    private StructElements() {}

    /**
     * Returns the contents of {@code values}, after checking that it has exactly {@code length} records and that all
     * can be stored.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     */
    public static <R> CheckedStruct[] all(Object component, R[] values, int length, StructType<R, ?> type) {
        return all(component, ComponentValue.requireLength(component, values, length), type);
    }

    /** As {@link #all(Object, Object[], int, StructType)}, for an array of any length. */
    public static <R> CheckedStruct[] all(Object component, R[] values, StructType<R, ?> type) {
        CheckedStruct[] checked = new CheckedStruct[ComponentValue.require(component, values).length];
        for (int index = 0; index < checked.length; index++) {
            checked[index] = type.check(ComponentPath.element(component, index), values[index]);
        }
        return checked;
    }

    /** Copies all elements to the heap, into {@code target}, an array of the same length; returns {@code target}. */
    public static <R> R[] read(StructArray<R, ?> array, R[] target) {
        for (int index = 0; index < target.length; index++) {
            target[index] = array.read(index);
        }
        return target;
    }

    /**
     * Checks that the references in all structs may lie in {@code memory}: {@link CheckedStruct#requireIn}.
     *
     * @return {@code checked}
     */
    public static CheckedStruct[] requireIn(Memory memory, CheckedStruct[] checked) {
        for (CheckedStruct each : checked) {
            each.requireIn(memory);
        }
        return checked;
    }

    /** Stores structs of {@code byteSize} bytes one after the other, from {@code byteOffset} on. */
    public static void store(Memory memory, long byteOffset, CheckedStruct[] checked, long byteSize) {
        for (int index = 0; index < checked.length; index++) {
            checked[index].storeAt(memory, byteOffset + index * byteSize);
        }
    }

    /** Returns whether two arrays have the same number of elements, all equal. */
    public static boolean equal(StructArray<?, ?> first, StructArray<?, ?> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (long index = 0; index < first.size(); index++) {
            if (!first.get(index).equals(second.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** The hash code of the elements, as {@link java.util.List#hashCode} defines it. */
    public static int hash(StructArray<?, ?> array) {
        int hash = 1;
        for (StructView<?> element : array) {
            hash = 31 * hash + element.hashCode();
        }
        return hash;
    }

    /** The elements as text: {@code [Point[x=1, y=2], Point[x=3, y=4]]}. */
    public static String text(StructArray<?, ?> array) {
        StringBuilder text = new StringBuilder("[");
        for (StructView<?> element : array) {
            text.append(text.length() == 1 ? "" : ", ").append(element);
        }
        return text.append(']').toString();
    }
}

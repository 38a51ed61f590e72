package dev.ashlar.struct;

/** Whole arrays of structs inside a struct: checked, copied, compared and printed. For generated code. */
public final class StructElements {
    private StructElements() {}

    /**
     * {@code values}, an array of exactly {@code length} records that can all be stored.
     *
     * @param component the name or path of the component, for messages
     */
    public static <R> R[] all(Object component, R[] values, int length, StructType<R, ?> type) {
        ComponentValue.requireLength(component, values, length);
        for (int index = 0; index < length; index++) {
            type.check(ComponentPath.element(component, index), values[index]);
        }
        return values;
    }

    /** Copies all elements to the heap, into {@code target}, which is as long; returns {@code target}. */
    public static <R> R[] read(StructArray<R, ?> array, R[] target) {
        for (int index = 0; index < target.length; index++) {
            target[index] = array.read(index);
        }
        return target;
    }

    /** Stores {@code values}, which are as many as there are elements, and have been checked. */
    public static <R> void write(StructArray<R, ?> array, R[] values) {
        for (int index = 0; index < values.length; index++) {
            array.set(index, values[index]);
        }
    }

    /** Whether two arrays have equal elements, and as many. */
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

    /** The hash code of the elements, as {@link java.util.List#hashCode} has it. */
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

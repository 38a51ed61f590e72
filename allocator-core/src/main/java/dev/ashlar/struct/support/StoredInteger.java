package dev.ashlar.struct.support;

/**
 * Checks of integers that are stored in a narrower storage type: each method returns its value, ready to be stored, or
 * refuses it. For generated code.
 *
 * <p>The first parameter of each is the component, for the message: a member of its struct or a {@link ComponentPath}.
 */
public final class StoredInteger {
    private StoredInteger() {}

    /** As {@link IntegerType#I8}. */
    public static int i8(Object component, long value) {
        return value == (byte) value ? (int) value : refuse(component, value, IntegerType.I8);
    }

    /** As {@link IntegerType#U8}. */
    public static int u8(Object component, long value) {
        return value == (value & 0xff) ? (int) value : refuse(component, value, IntegerType.U8);
    }

    /** As {@link IntegerType#I16}. */
    public static int i16(Object component, long value) {
        return value == (short) value ? (int) value : refuse(component, value, IntegerType.I16);
    }

    /** As {@link IntegerType#U16}. */
    public static int u16(Object component, long value) {
        return value == (value & 0xffff) ? (int) value : refuse(component, value, IntegerType.U16);
    }

    /** As {@link IntegerType#I32}. */
    public static int i32(Object component, long value) {
        return value == (int) value ? (int) value : refuse(component, value, IntegerType.I32);
    }

    /** As {@link IntegerType#U32}: the 4 bytes that mean {@code value}. */
    public static int u32(Object component, long value) {
        return value == (value & 0xffff_ffffL) ? (int) value : refuse(component, value, IntegerType.U32);
    }

    /** As {@link IntegerType#I64}, which takes every value. */
    public static long i64(Object component, long value) {
        return value;
    }

    /** Returns the elements of an array of exactly {@code length}, each of which must fit {@code type}. */
    public static long[] all(Object component, short[] values, int length, IntegerType type) {
        return all(component, ComponentValue.requireLength(component, values, length), type);
    }

    /** Returns the elements of an array of any length, each of which must fit {@code type}. */
    public static long[] all(Object component, short[] values, IntegerType type) {
        long[] all = new long[ComponentValue.require(component, values).length];
        for (int index = 0; index < all.length; index++) {
            all[index] = require(component, index, values[index], type);
        }
        return all;
    }

    /** Returns the elements of an array of exactly {@code length}, each of which must fit {@code type}. */
    public static long[] all(Object component, char[] values, int length, IntegerType type) {
        return all(component, ComponentValue.requireLength(component, values, length), type);
    }

    /** Returns the elements of an array of any length, each of which must fit {@code type}. */
    public static long[] all(Object component, char[] values, IntegerType type) {
        long[] all = new long[ComponentValue.require(component, values).length];
        for (int index = 0; index < all.length; index++) {
            all[index] = require(component, index, values[index], type);
        }
        return all;
    }

    /** Returns the elements of an array of exactly {@code length}, each of which must fit {@code type}. */
    public static long[] all(Object component, int[] values, int length, IntegerType type) {
        return all(component, ComponentValue.requireLength(component, values, length), type);
    }

    /** Returns the elements of an array of any length, each of which must fit {@code type}. */
    public static long[] all(Object component, int[] values, IntegerType type) {
        long[] all = new long[ComponentValue.require(component, values).length];
        for (int index = 0; index < all.length; index++) {
            all[index] = require(component, index, values[index], type);
        }
        return all;
    }

    /** Returns the elements of an array of exactly {@code length}, each of which must fit {@code type}. */
    public static long[] all(Object component, long[] values, int length, IntegerType type) {
        return all(component, ComponentValue.requireLength(component, values, length), type);
    }

    /** Returns the elements of an array of any length, each of which must fit {@code type}. */
    public static long[] all(Object component, long[] values, IntegerType type) {
        long[] all = new long[ComponentValue.require(component, values).length];
        for (int index = 0; index < all.length; index++) {
            all[index] = require(component, index, values[index], type);
        }
        return all;
    }

    /** Returns the elements of an array of exactly {@code length} as numbers: 1 for true, 0 for false. */
    public static long[] all(Object component, boolean[] values, int length) {
        return all(component, ComponentValue.requireLength(component, values, length));
    }

    /** Returns the elements of an array of any length as numbers: 1 for true, 0 for false. */
    public static long[] all(Object component, boolean[] values) {
        long[] all = new long[ComponentValue.require(component, values).length];
        for (int index = 0; index < all.length; index++) {
            all[index] = values[index] ? 1 : 0;
        }
        return all;
    }

    /** Returns one element, which must fit {@code type}. */
    public static long require(Object component, int index, long value, IntegerType type) {
        return value < type.min() || value > type.max()
                ? refuse(ComponentPath.element(component, index), value, type)
                : value;
    }

    private static int refuse(Object component, long value, IntegerType type) {
        throw new IllegalArgumentException("value does not fit its storage type: " + ComponentPath.facts(component)
                + " value=" + value + " storageType=" + type + " min=" + type.min() + " max=" + type.max());
    }
}

package dev.ashlar.struct.support;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which the constants of an enum are stored: their ordinals, or the numbers of {@link dev.ashlar.struct.Code Code}, as of the
 * compilation of the struct. Immutable. For generated code.
 *
 * <p>It is a record because the JIT treats the fields of a constant record as constants: finding a constant is one
 * comparison of the number with a known length, and one load from an array of known class, so that the constant need
 * not be cast.
 *
 * @param constants the constants in the order of their declaration; this array and the others are not copied, and nobody
 *     changes them
 * @param numbers their numbers, in the same order
 * @param sortedNumbers their numbers in ascending order
 * @param byNumber the constants in the order of {@code sortedNumbers}
 * @param dense the constant of each number from 0 to {@link #DENSE}, {@code null} where there is none: one load for
 *     nearly every enum
 * @param difference the problem with the constants, as facts of a message; {@code null} if there is none
 * @param <E> the enum
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EnumNumbers<E extends Enum<E>>(
        E[] constants,
        long[] numbers,
        long[] sortedNumbers,
        E[] byNumber,
        @Nullable E[] dense,
        @Nullable String difference) {
    private static final int DENSE = 256;

    private static <E extends Enum<E>> EnumNumbers<E> of(E[] constants, long[] numbers, @Nullable String difference) {
        long[] sortedNumbers = numbers.clone();
        Arrays.sort(sortedNumbers);
        E[] byNumber = constants.clone();
        for (int index = 0; index < numbers.length; index++) {
            byNumber[Arrays.binarySearch(sortedNumbers, numbers[index])] = constants[index];
        }
        return new EnumNumbers<>(constants, numbers, sortedNumbers, byNumber, dense(constants, numbers), difference);
    }

    private static <E extends Enum<E>> @Nullable E[] dense(E[] constants, long[] numbers) {
        int length = 0;
        for (long number : numbers) {
            if (number >= 0 && number < DENSE) {
                length = Math.max(length, (int) number + 1);
            }
        }
        @Nullable E[] dense = Arrays.copyOf(constants, length);
        Arrays.fill(dense, null);
        for (int index = 0; index < numbers.length; index++) {
            if (numbers[index] >= 0 && numbers[index] < DENSE) {
                dense[(int) numbers[index]] = constants[index];
            }
        }
        return dense;
    }

    /**
     * Returns numbers by which each constant is stored as the index of its name in {@code names}: the ordinal that it
     * had when the struct was compiled.
     */
    public static <E extends Enum<E>> EnumNumbers<E> ordinals(E[] constants, String... names) {
        long[] numbers = new long[names.length];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = index;
        }
        return codes(constants, numbers, names);
    }

    /**
     * Returns numbers by which each constant is stored as the number at the index of its name in {@code names}: the
     * {@link dev.ashlar.struct.Code Code} that it had when the struct was compiled. Constants are matched by name and not by order, which may
     * have changed since. If a constant is missing, or there is an additional one, {@link #difference()} describes
     * that, and there are no numbers at all.
     */
    public static <E extends Enum<E>> EnumNumbers<E> codes(E[] constants, long[] numbers, String... names) {
        long[] inOrder = new long[constants.length];
        boolean isSame = constants.length == names.length;
        for (int index = 0; isSame && index < constants.length; index++) {
            int found = indexOf(constants[index].name(), names, index);
            isSame = found >= 0;
            inOrder[index] = isSame ? numbers[found] : 0;
        }
        return isSame
                ? of(constants, inOrder, null)
                : of(Arrays.copyOf(constants, 0), new long[0], difference(constants, numbers, names));
    }

    /** The index of a name in {@code names}, most likely {@code likely}; -1 if it is not there. */
    private static int indexOf(String name, String[] names, int likely) {
        return names[likely].equals(name) ? likely : Arrays.asList(names).indexOf(name);
    }

    private static String difference(Enum<?>[] constants, long[] numbers, String[] names) {
        StringBuilder text = new StringBuilder("enum=")
                .append(constants.getClass().getComponentType().getName())
                .append(" compiledWith=[");
        for (int index = 0; index < names.length; index++) {
            text.append(index == 0 ? "" : " ").append(names[index]).append('=').append(numbers[index]);
        }
        text.append("] found=[");
        for (int index = 0; index < constants.length; index++) {
            text.append(index == 0 ? "" : " ").append(constants[index].name());
        }
        return text.append(']').toString();
    }

    /**
     * Returns numbers by which each constant is stored as the number at the same index; for an enum that is compiled
     * together with its numbers.
     *
     * @throws IllegalArgumentException if there are not as many numbers as constants
     */
    public static <E extends Enum<E>> EnumNumbers<E> of(E[] constants, long... numbers) {
        if (constants.length != numbers.length) {
            throw new IllegalArgumentException(
                    "not as many numbers as constants: constants=" + constants.length + " numbers=" + numbers.length);
        }
        return of(constants, numbers.clone(), null);
    }

    /**
     * Returns the number of a constant.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @throws NullPointerException if {@code constant} is {@code null}
     */
    @SuppressWarnings("EnumOrdinal") // an ordinal is the index of a constant
    public long number(Object component, @Nullable E constant) {
        return numbers[ComponentValue.require(component, constant).ordinal()];
    }

    /**
     * Returns the constant with a number.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @throws IllegalStateException if no constant has that number
     */
    public E constant(Object component, int number) {
        if (number >= 0 && number < dense.length) {
            E constant = dense[number];
            if (constant != null) {
                return constant;
            }
        }
        return sparse(component, number);
    }

    /** As {@link #constant(Object, int)}, of a number of 64 bits. */
    public E constant(Object component, long number) {
        return (int) number == number ? constant(component, (int) number) : sparse(component, number);
    }

    /** The constant with a number that {@code dense} does not have. */
    private E sparse(Object component, long number) {
        int found = Arrays.binarySearch(sortedNumbers, number);
        if (found < 0) {
            throw new IllegalStateException(
                    "no constant has the number that is stored; the accessor whose name ends in Number returns it: "
                            + ComponentPath.facts(component) + " number=" + number + " enum="
                            + constants.getClass().getComponentType().getName());
        }
        return byNumber[found];
    }

    /** The number of constants. */
    public int size() {
        return constants.length;
    }

    /** The name of a constant, by its index in the declaration. */
    public String nameAt(int index) {
        return constants[index].name();
    }

    /** The number of a constant, by its index in the declaration. */
    public long numberAt(int index) {
        return numbers[index];
    }

    /** Returns the numbers of {@code values}, after checking that it has exactly {@code length} constants. */
    public long[] all(Object component, E[] values, int length) {
        return all(component, ComponentValue.requireLength(component, values, length));
    }

    /** Returns the numbers of {@code values}, an array of any length. */
    public long[] all(Object component, E[] values) {
        long[] all = new long[ComponentValue.require(component, values).length];
        for (int index = 0; index < all.length; index++) {
            all[index] = number(ComponentPath.element(component, index), values[index]);
        }
        return all;
    }

    /** The text of the constant with a number: the constant itself, or the number if there is none. */
    public String text(long number) {
        E constant = find(number);
        return constant == null ? Long.toString(number) : constant.toString();
    }

    /** The text of the constants with several numbers, in the form of {@link Arrays#toString(Object[])}. */
    public String text(long[] several) {
        return Arrays.stream(several).mapToObj(this::text).toList().toString();
    }

    /** The constant with a number, or {@code null} if there is none. */
    public @Nullable E find(long number) {
        if (number >= 0 && number < dense.length) {
            return dense[(int) number];
        }
        int found = Arrays.binarySearch(sortedNumbers, number);
        return found < 0 ? null : byNumber[found];
    }
}

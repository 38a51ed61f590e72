package dev.ashlar.struct.support;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which the constants of an enum are stored: their ordinals, or the numbers of {@link dev.ashlar.struct.Code Code}, as of the
 * compilation of the struct. Immutable. For generated code.
 *
 * @param <E> the enum
 */
public final class EnumNumbers<E extends Enum<E>> {
    private static final int DENSE = 256;

    private final E[] constants;
    private final long[] numbers;
    private final long[] sortedNumbers;
    private final E[] byNumber;

    /**
     * The constant of each number from 0 to {@link #DENSE}, {@code null} where there is none: one load for nearly every
     * enum.
     */
    private final @Nullable E[] dense;

    /** The problem with the constants, as facts of a message; {@code null} if there is none. */
    private final @Nullable String difference;

    private EnumNumbers(E[] constants, long[] numbers) {
        this(constants, numbers, null);
    }

    private EnumNumbers(E[] constants, long[] numbers, @Nullable String difference) {
        this.constants = constants;
        this.numbers = numbers;
        this.difference = difference;
        this.sortedNumbers = numbers.clone();
        Arrays.sort(sortedNumbers);
        this.byNumber = constants.clone();
        for (int index = 0; index < numbers.length; index++) {
            byNumber[Arrays.binarySearch(sortedNumbers, numbers[index])] = constants[index];
        }
        this.dense = dense(constants, numbers);
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
                ? new EnumNumbers<>(constants, inOrder)
                : new EnumNumbers<>(Arrays.copyOf(constants, 0), new long[0], difference(constants, numbers, names));
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
     * The constants that there were when the struct was compiled and those that there are now, as facts of a message;
     * {@code null} if they are the same.
     */
    public @Nullable String difference() {
        return difference;
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
        return new EnumNumbers<>(constants, numbers.clone());
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
    public E constant(Object component, long number) {
        E constant = find(number);
        if (constant == null) {
            throw new IllegalStateException(
                    "no constant has the number that is stored: " + ComponentPath.facts(component) + " number=" + number
                            + " enum=" + constants.getClass().getComponentType().getName());
        }
        return constant;
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

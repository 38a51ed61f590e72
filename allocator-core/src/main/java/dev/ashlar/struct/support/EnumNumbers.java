package dev.ashlar.struct.support;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which the constants of an enum are stored: their ordinals, or the numbers of {@link Code}, as
 * they were when the struct was compiled. Immutable. For generated code.
 *
 * @param <E> the enum
 */
public final class EnumNumbers<E extends Enum<E>> {
    private static final int DENSE = 256;

    private final E[] constants;
    private final long[] numbers;
    private final long[] sortedNumbers;
    private final E[] byNumber;

    /** The constant of each number from 0 to {@link #DENSE}, {@code null} where there is none: one load for nearly every enum. */
    private final @Nullable E[] dense;

    /** What is wrong with the constants, as facts of a message; {@code null} when nothing is. */
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
     * Each constant is stored as the place of its name in {@code names}: the ordinal that it had when the struct was
     * compiled.
     */
    public static <E extends Enum<E>> EnumNumbers<E> ordinals(E[] constants, String... names) {
        long[] numbers = new long[names.length];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = index;
        }
        return codes(constants, numbers, names);
    }

    /**
     * Each constant is stored as the number at the place of its name in {@code names}: the {@link Code} that it had when
     * the struct was compiled. Constants go by their names and not by their order, which may have changed since. Where a
     * constant is missing, or there is one more, {@link #difference()} says so, and there are no numbers at all.
     */
    public static <E extends Enum<E>> EnumNumbers<E> codes(E[] constants, long[] numbers, String... names) {
        long[] inOrder = new long[constants.length];
        boolean isSame = constants.length == names.length;
        for (int index = 0; isSame && index < constants.length; index++) {
            int place = place(constants[index].name(), names, index);
            isSame = place >= 0;
            inOrder[index] = isSame ? numbers[place] : 0;
        }
        return isSame
                ? new EnumNumbers<>(constants, inOrder)
                : new EnumNumbers<>(Arrays.copyOf(constants, 0), new long[0], difference(constants, numbers, names));
    }

    /** Where a name stands in {@code names}, most likely at {@code likely}; -1 where it does not. */
    private static int place(String name, String[] names, int likely) {
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
     * Which constants there were when the struct was compiled and which there are, as facts of a message; {@code null}
     * when they are the same.
     */
    public @Nullable String difference() {
        return difference;
    }

    /**
     * Each constant is stored as the number at the same place; for an enum that is compiled together with its numbers.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    public static <E extends Enum<E>> EnumNumbers<E> of(E[] constants, long... numbers) {
        if (constants.length != numbers.length) {
            throw new IllegalArgumentException(
                    "not as many numbers as constants: constants=" + constants.length + " numbers=" + numbers.length);
        }
        return new EnumNumbers<>(constants, numbers.clone());
    }

    /**
     * The number of a constant.
     *
     * @param component the name or path of the component, for the message
     * @throws NullPointerException if {@code constant} is {@code null}
     */
    @SuppressWarnings("EnumOrdinal") // the place of a constant among all is what ordinals are for
    public long number(Object component, @Nullable E constant) {
        return numbers[ComponentValue.require(component, constant).ordinal()];
    }

    /**
     * The constant of a number.
     *
     * @param component the name or path of the component, for the message
     * @throws IllegalStateException if no constant has that number
     */
    public E constant(Object component, long number) {
        E constant = find(number);
        if (constant == null) {
            throw new IllegalStateException(
                    "no constant has the number that is stored: component=" + component + " number=" + number + " enum="
                            + constants.getClass().getComponentType().getName());
        }
        return constant;
    }

    /** How many constants there are. */
    public int size() {
        return constants.length;
    }

    /** The name of a constant, by its place in the declaration. */
    public String nameAt(int index) {
        return constants[index].name();
    }

    /** The number of a constant, by its place in the declaration. */
    public long numberAt(int index) {
        return numbers[index];
    }

    /** The numbers of {@code values}, an array of exactly {@code length} constants. */
    public long[] all(Object component, E[] values, int length) {
        return all(component, ComponentValue.requireLength(component, values, length));
    }

    /** The numbers of {@code values}, an array of any length. */
    public long[] all(Object component, E[] values) {
        long[] all = new long[ComponentValue.require(component, values).length];
        for (int index = 0; index < all.length; index++) {
            all[index] = number(ComponentPath.element(component, index), values[index]);
        }
        return all;
    }

    /** How the constant of a number prints: the constant itself, or the number where there is none. */
    public String text(long number) {
        E constant = find(number);
        return constant == null ? Long.toString(number) : constant.toString();
    }

    /** How the constants of several numbers print, as {@link Arrays#toString(Object[])} does it. */
    public String text(long[] several) {
        return Arrays.stream(several).mapToObj(this::text).toList().toString();
    }

    /** The constant of a number, {@code null} if none has it. */
    public @Nullable E find(long number) {
        if (number >= 0 && number < dense.length) {
            return dense[(int) number];
        }
        int place = Arrays.binarySearch(sortedNumbers, number);
        return place < 0 ? null : byNumber[place];
    }
}

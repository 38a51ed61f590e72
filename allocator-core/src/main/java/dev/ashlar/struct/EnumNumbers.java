package dev.ashlar.struct;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers by which the constants of an enum are stored: their ordinals, or the numbers of {@link Code}. Immutable.
 * For generated code.
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

    private EnumNumbers(E[] constants, long[] numbers) {
        this.constants = constants;
        this.numbers = numbers;
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

    /** Each constant is stored as its ordinal. */
    public static <E extends Enum<E>> EnumNumbers<E> ordinals(E[] constants) {
        long[] numbers = new long[constants.length];
        Arrays.setAll(numbers, index -> index);
        return new EnumNumbers<>(constants, numbers);
    }

    /**
     * Each constant is stored as the number at the same place.
     *
     * @throws IllegalArgumentException if there are not as many: the enum was compiled anew and the struct was not
     */
    public static <E extends Enum<E>> EnumNumbers<E> of(E[] constants, long... numbers) {
        if (constants.length != numbers.length) {
            throw new IllegalArgumentException("enum has changed, compile its structs anew: constants="
                    + constants.length + " numbers=" + numbers.length);
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

    /** All constants with their numbers, in the order of their declaration. */
    public List<StructConstant> constants() {
        return IntStream.range(0, constants.length)
                .mapToObj(index -> new StructConstant(constants[index].name(), numbers[index]))
                .toList();
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

package dev.ashlar.tests.optional;

import dev.ashlar.struct.StructComponent;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random records, by reflection: each optional component has no value half of the time. */
final class Values {
    private final Random random;

    /** The lengths of arrays, which the class file of a record does not have. */
    private final Map<String, Integer> lengths = lengths();

    Values(long seed) {
        this.random = new Random(seed);
    }

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        for (StructComponent component : ElementsView.type().components()) {
            lengths.put(component.name(), (int) component.length());
        }
        return lengths;
    }

    /** A random record of a class. */
    <R extends Record> R record(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int index = 0; index < components.length; index++) {
            values[index] = of(components[index]);
        }
        return make(type, values);
    }

    /** The record with another value of one component. */
    static <R extends Record> R with(R record, String component, @Nullable Object value) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        @Nullable
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(each -> each.getName().equals(component) ? value : get(record, each))
                .toArray();
        return make(type, values);
    }

    static @Nullable Object get(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <R> R make(Class<R> type, @Nullable Object[] values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Nullable
    Object of(RecordComponent component) {
        return component.getType().isArray()
                ? array(component, 2)
                : of(component.getAnnotatedType(), component.getName());
    }

    /** A random array of as many elements as {@link Elements} says, or else {@code length}. */
    Object array(RecordComponent component, int length) {
        int count = lengths.getOrDefault(component.getName(), length);
        Object array = Array.newInstance(component.getType().getComponentType(), count);
        for (int index = 0; index < count; index++) {
            Array.set(array, index, element(component));
        }
        return array;
    }

    /** A random element of an array. */
    @Nullable
    Object element(RecordComponent array) {
        AnnotatedType type = ((AnnotatedArrayType) array.getAnnotatedType()).getAnnotatedGenericComponentType();
        return of(type, array.getName());
    }

    private @Nullable Object of(AnnotatedType annotated, String name) {
        Class<?> type = (Class<?>) annotated.getType();
        boolean isPresent = random.nextBoolean();
        if (type == OptionalInt.class) {
            return isPresent ? OptionalInt.of(random.nextInt(1 << 16)) : OptionalInt.empty();
        }
        if (type == OptionalLong.class) {
            return isPresent ? OptionalLong.of(random.nextLong()) : OptionalLong.empty();
        }
        if (type == OptionalDouble.class) {
            return isPresent ? OptionalDouble.of(random.nextGaussian()) : OptionalDouble.empty();
        }
        boolean isOptional = annotated.isAnnotationPresent(Nullable.class)
                || MethodType.methodType(type).unwrap().returnType() != type;
        return isOptional && !isPresent ? null : value(type, name);
    }

    /** What a component holds, or none. */
    static @Nullable Object unwrapped(@Nullable Object value) {
        return switch (value) {
            case OptionalInt number -> number.isPresent() ? number.getAsInt() : null;
            case OptionalLong number -> number.isPresent() ? number.getAsLong() : null;
            case OptionalDouble number -> number.isPresent() ? number.getAsDouble() : null;
            case null -> null;
            default -> value;
        };
    }

    static boolean isOf(Class<?> parameter, Object value) {
        return parameter.isPrimitive()
                ? MethodType.methodType(parameter).wrap().returnType() == value.getClass()
                : parameter.isInstance(value);
    }

    static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A value that is not the sentinel of a component in {@link Sentinels}, and fits each storage type in the tests. */
    private Object value(Class<?> type, String name) {
        if (type == Integer.class || type == int.class) {
            return random.nextInt(4);
        }
        if (type == Long.class || type == long.class) {
            return (long) random.nextInt(256);
        }
        if (type == Short.class) {
            return (short) (1 + random.nextInt(255));
        }
        if (type == Byte.class || type == byte.class) {
            return (byte) (random.nextInt(255) - 127);
        }
        if (type == Float.class) {
            return random.nextFloat();
        }
        if (type == Double.class || type == double.class) {
            return random.nextDouble();
        }
        if (type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == Character.class) {
            return (char) random.nextInt(1000);
        }
        if (type == String.class) {
            return "abcd".substring(random.nextInt(5));
        }
        if (type == Color.class) {
            return List.of(Color.RED, Color.GREEN, Color.BLUE).get(random.nextInt(3));
        }
        if (type == Shape.class) {
            return random.nextBoolean() ? record(Shape.Circle.class) : record(Shape.Dot.class);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(), 2);
        }
        if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        }
        if (type.isRecord()) {
            return record(type.asSubclass(Record.class));
        }
        throw new IllegalStateException("no values of " + type + " " + name);
    }

    int index(int bound) {
        return random.nextInt(bound);
    }
}

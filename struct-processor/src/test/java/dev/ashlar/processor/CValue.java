package dev.ashlar.processor;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One value somewhere in a struct, which Java and C both can set and look at.
 *
 * @param path how to get there through members and elements
 * @param type no struct and no array
 * @param value a {@code Long}, a {@code Double} or a {@code String}; of an enum or a tag, the index of the constant or variant
 */
record CValue(List<Step> path, CStruct.Type type, Object value) {
    /** A member, or an element or a variant of it; the index is -1 for a member that has none. */
    private record Step(CStruct.Member member, int index) {}

    /** A value for everything in {@code struct} but its tail, and of a union without a tag for one of its arms. */
    static List<CValue> of(CStruct struct, Random random) {
        List<CValue> values = new ArrayList<>();
        collect(struct, List.of(), random, values::add);
        return values;
    }

    private static void collect(CStruct struct, List<Step> path, Random random, Consumer<CValue> values) {
        int chosen =
                struct.tag().map(tag -> random.nextInt(tag.variants().size())).orElse(-1);
        List<CStruct.Member> members = struct.hasArms()
                ? List.of(struct.members().get(random.nextInt(struct.members().size())))
                : struct.members();
        for (CStruct.Member member : members) {
            List<Step> place = with(path, new Step(member, -1));
            switch (member.type()) {
                case CStruct.Tail tail -> {}
                case CStruct.Tag tag -> values.accept(new CValue(place, tag, (long) chosen));
                case CStruct.OneOf oneOf ->
                    collect(oneOf.variants().get(chosen), with(path, new Step(member, chosen)), random, values);
                case CStruct.Array array -> {
                    for (int index = 0; index < array.length(); index++) {
                        collect(array.element(), with(path, new Step(member, index)), random, values);
                    }
                }
                case CStruct.Presence presence -> {
                    for (int index = 0; index < presence.byteSize(); index++) {
                        values.accept(new CValue(with(path, new Step(member, index)), presence, presence.ones(index)));
                    }
                }
                default -> collect(member.type(), place, random, values);
            }
        }
    }

    private static void collect(CStruct.Type type, List<Step> path, Random random, Consumer<CValue> values) {
        if (type instanceof CStruct.Nested nested) {
            collect(nested.struct(), path, random, values);
        } else if (type instanceof CStruct.Boxed boxed) {
            collect(boxed.value(), path, random, values);
        } else {
            values.accept(new CValue(path, type, random(type, random)));
        }
    }

    private static List<Step> with(List<Step> path, Step step) {
        List<Step> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    private static Object random(CStruct.Type type, Random random) {
        return switch (type) {
            case CStruct.Scalar scalar -> {
                CStruct.Storage storage = scalar.storage();
                if (storage == CStruct.Storage.F32 || storage == CStruct.Storage.F64) {
                    yield random.nextInt(-1 << 20, 1 << 20) / 4.0;
                }
                boolean bool = scalar.java() == boolean.class;
                yield integer(random, bool ? 1 : storage.byteSize() * Byte.SIZE, storage.isSigned() && !bool);
            }
            case CStruct.Bits bits ->
                bits.unit() instanceof CStruct.Choice choice
                        ? random(choice, random)
                        : integer(random, bits.width(), bits.isSigned());
            case CStruct.Pointer pointer -> integer(random, 47, false);
            case CStruct.Reference reference -> integer(random, reference.isNarrow() ? 32 : 63, false);
            case CStruct.Choice choice -> (long) random.nextInt(choice.numbers().size());
            case CStruct.Coded coded -> {
                CStruct.Storage storage = coded.codec().storage();
                yield integer(random, storage.byteSize() * Byte.SIZE, storage.isSigned());
            }
            case CStruct.Uuid uuid -> new UUID(random.nextLong(), random.nextLong());
            case CStruct.Text text ->
                random.ints(random.nextInt(text.length() + 1), 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            case CStruct.Boxed boxed -> random(boxed.value(), random);
            case CStruct.Presence presence -> throw new IllegalArgumentException("presence bits follow the values");
            case CStruct.Nested nested -> throw new IllegalArgumentException("a struct is many values");
            case CStruct.Array array -> throw new IllegalArgumentException("an array is many values");
            case CStruct.Tail tail -> throw new IllegalArgumentException("a tail is empty");
            case CStruct.Tag tag -> throw new IllegalArgumentException("a tag goes with what it says");
            case CStruct.OneOf oneOf -> throw new IllegalArgumentException("a variant is many values");
        };
    }

    private static Long integer(Random random, int bits, boolean signed) {
        int unused = Long.SIZE - bits;
        long value = random.nextLong() << unused;
        return signed ? value >> unused : value >>> unused;
    }

    /** The expression of C: {@code s.m1.m2[3]}. */
    String expression() {
        StringBuilder expression = new StringBuilder("s");
        for (Step step : path) {
            expression.append('.').append(step.member.cName());
            if (step.member.type() instanceof CStruct.OneOf oneOf) {
                expression.append('.').append(oneOf.variants().get(step.index).name());
            } else if (step.index >= 0) {
                expression.append('[').append(step.index).append(']');
            }
        }
        return expression.toString();
    }

    /** The statement of C that sets the value; all of {@code s} is zero before. */
    String setting() {
        if (value instanceof UUID uuid) {
            return "memcpy(%s, \"%s\", 16);".formatted(expression(), bytes(uuid));
        }
        return value instanceof String text
                ? "memcpy(%s, \"%s\", %d);".formatted(expression(), text, text.length())
                : expression() + " = " + literal() + ";";
    }

    /** The condition of C that holds when the value is there. */
    String condition() {
        if (value instanceof UUID uuid) {
            return "memcmp(%s, \"%s\", 16) == 0".formatted(expression(), bytes(uuid));
        }
        return value instanceof String text
                ? "strnlen(%1$s, sizeof %1$s) == %2$d && memcmp(%1$s, \"%3$s\", %2$d) == 0"
                        .formatted(expression(), text.length(), text)
                : expression() + " == " + literal();
    }

    /** The bytes in the order of the text, as C writes them. */
    private static String bytes(UUID uuid) {
        return uuid.toString().replace("-", "").replaceAll("..", "\\\\x$0");
    }

    /** Of the constant of an enum, or of the variant of a union. */
    private int place() {
        return ((Long) value).intValue();
    }

    private String literal() {
        return literal(type);
    }

    private String literal(CStruct.Type type) {
        return switch (type) {
            case CStruct.Bits bits when bits.unit() instanceof CStruct.Choice choice -> literal(choice);
            case CStruct.Pointer pointer -> "(void *) " + value + "LL";
            case CStruct.Choice choice -> choice.numbers().get(place()) + "LL";
            case CStruct.Tag tag -> tag.numbers().get(place()) + "LL";
            default ->
                value.equals(Long.MIN_VALUE)
                        ? "(-9223372036854775807LL - 1)"
                        : value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value + "LL";
        };
    }

    /** Sets the value through the accessors of a view. */
    void set(Object view) throws ReflectiveOperationException {
        if (type instanceof CStruct.Presence) {
            return;
        }
        Object owner = owner(view);
        Step last = path.getLast();
        if (type instanceof CStruct.Tag tag) {
            String variant = tag.variants().get(place()).name();
            call(owner.getClass().getMethod("be" + variant), owner);
            return;
        }
        Class<?> javaType = javaType(type, owner.getClass().getClassLoader());
        Object javaValue = javaValue(javaType);
        if (last.index < 0) {
            call(owner.getClass().getMethod(accessor(last), javaType), owner, javaValue);
        } else {
            call(owner.getClass().getMethod(last.member.name(), int.class, javaType), owner, last.index, javaValue);
        }
    }

    /** Whether the accessors of a view return the value. */
    boolean isIn(Object view) throws ReflectiveOperationException {
        if (type instanceof CStruct.Presence) {
            return true;
        }
        Object owner = owner(view);
        if (type instanceof CStruct.Tag tag) {
            long number = (int) call(owner.getClass().getMethod("tagNumber"), owner);
            return number == tag.numbers().get(place());
        }
        Object found = get(owner, path.getLast());
        return found.equals(javaValue(javaType(type, owner.getClass().getClassLoader())));
    }

    /** The view that has the accessor of the value. */
    private Object owner(Object view) throws ReflectiveOperationException {
        Object owner = view;
        for (Step step : path.subList(0, path.size() - 1)) {
            owner = get(owner, step);
        }
        return owner;
    }

    /** The accessor of a number, also for a reference. */
    private static String accessor(Step step) {
        return step.member.name() + (step.member.type() instanceof CStruct.Reference ? "Address" : "");
    }

    private static Object get(Object view, Step step) throws ReflectiveOperationException {
        if (step.member.type() instanceof CStruct.OneOf oneOf) {
            String variant = oneOf.variants().get(step.index).name();
            return call(view.getClass().getMethod("as" + variant), view);
        }
        String name = accessor(step);
        return step.index < 0
                ? call(view.getClass().getMethod(name), view)
                : call(view.getClass().getMethod(name, int.class), view, step.index);
    }

    private static Object call(Method method, Object owner, Object... arguments) throws ReflectiveOperationException {
        return method.invoke(owner, arguments);
    }

    private static Class<?> javaType(CStruct.Type type, ClassLoader loader) throws ClassNotFoundException {
        return switch (type) {
            case CStruct.Scalar scalar -> scalar.java();
            case CStruct.Bits bits -> javaType(bits.unit(), loader);
            case CStruct.Boxed boxed -> boxed.value().java();
            case CStruct.Presence presence -> throw new IllegalArgumentException("presence bits follow the values");
            case CStruct.Text text -> String.class;
            case CStruct.Pointer pointer -> MemorySegment.class;
            case CStruct.Reference reference -> long.class;
            case CStruct.Choice choice -> loader.loadClass("p." + choice.name());
            case CStruct.Coded coded -> coded.codec().type();
            case CStruct.Uuid uuid -> UUID.class;
            case CStruct.Nested nested -> throw new IllegalArgumentException("a struct is many values");
            case CStruct.Array array -> throw new IllegalArgumentException("an array is many values");
            case CStruct.Tail tail -> throw new IllegalArgumentException("a tail is empty");
            case CStruct.Tag tag -> throw new IllegalArgumentException("a tag is a number and a type");
            case CStruct.OneOf oneOf -> throw new IllegalArgumentException("a variant is many values");
        };
    }

    private Object javaValue(Class<?> javaType) {
        if (value instanceof Double number) {
            return javaType == float.class ? (Object) number.floatValue() : number;
        }
        if (!(value instanceof Long number)) {
            return value;
        }
        if (type instanceof CStruct.Coded coded) {
            return coded.codec().value(number);
        }
        return switch (javaType.getName()) {
            case "byte" -> number.byteValue();
            case "short" -> number.shortValue();
            case "char" -> (char) number.shortValue();
            case "int" -> number.intValue();
            case "boolean" -> number != 0;
            case "long" -> number;
            default ->
                javaType.isEnum() ? javaType.getEnumConstants()[number.intValue()] : MemorySegment.ofAddress(number);
        };
    }
}

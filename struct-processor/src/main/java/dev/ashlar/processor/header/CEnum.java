package dev.ashlar.processor.header;

import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.UnionModel;
import java.util.ArrayList;
import java.util.List;

/**
 * An enum as C declares it.
 *
 * @param identity the canonical name in Java by which the same enum is known in several headers
 * @param tag its name in C
 * @param constants the names of its constants in C
 * @param numbers those of the constants, in the same order
 */
record CEnum(String identity, String tag, List<String> constants, List<Long> numbers) {
    CEnum {
        constants = List.copyOf(constants);
        numbers = List.copyOf(numbers);
    }

    /** An enum of Java, called {@code name}. */
    // enum Colour { Colour_RED = 0, Colour_GREEN = 1 };
    static CEnum of(EnumModel model, String name) {
        return new CEnum(
                model.name().canonicalName(), CName.ofTag(name), prefixed(name, model.constants()), model.numbers());
    }

    /** The tags of a union, an enum called {@code name}. */
    // enum Shape_Tag { Shape_Tag_CIRCLE = 0, Shape_Tag_RECT = 1 };
    static CEnum of(UnionModel union, String name) {
        List<String> constants = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (UnionModel.Variant variant : union.variants()) {
            constants.add(variant.constant());
            numbers.add(variant.number());
        }
        return new CEnum(identity(union), CName.ofTag(name), prefixed(name, constants), numbers);
    }

    /** Not the name of any enum of Java. */
    static String identity(UnionModel union) {
        return union.name().canonicalName() + " tags";
    }

    private static List<String> prefixed(String name, List<String> constants) {
        List<String> names =
                constants.stream().map(constant -> name + "_" + constant).toList();
        return List.copyOf(CName.distinct(names).values());
    }

    // __extension__ enum Colour {
    //     Colour_RED = 0,
    String declaration() {
        // ISO C has constants of the size of an int alone.
        boolean isWide = numbers.stream().anyMatch(number -> number != number.intValue());
        StringBuilder text = new StringBuilder(isWide ? "__extension__ enum " : "enum ")
                .append(tag)
                .append(" {\n");
        for (int index = 0; index < constants.size(); index++) {
            text.append("    ")
                    .append(constants.get(index))
                    .append(" = ")
                    .append(number(numbers.get(index)))
                    .append(",\n");
        }
        return text.append("};").toString();
    }

    /** C has no negative literals, and so none for the least number. */
    private static String number(long number) {
        return number == Long.MIN_VALUE ? "(-9223372036854775807 - 1)" : Long.toString(number);
    }
}

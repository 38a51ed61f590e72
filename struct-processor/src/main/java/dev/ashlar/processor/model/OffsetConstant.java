package dev.ashlar.processor.model;

import java.util.Locale;

/** The constant for the offset of a component: {@code fooBar} → {@code OFFSET_FOO_BAR}. */
public final class OffsetConstant {
    private OffsetConstant() {}

    /** The constant of the component named {@code name}. Different names can come to the same constant. */
    public static String of(String name) {
        return "OFFSET_" + upperSnake(name);
    }

    /** Words start where a small letter or digit is followed by a capital, and at the last capital of a series. */
    public static String upperSnake(String name) {
        return name.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "_")
                .toUpperCase(Locale.ROOT);
    }
}

package dev.ashlar.tests.codec;

import org.jspecify.annotations.Nullable;

/** Stores a name as its text, and makes {@code null} of the text "nobody" and of the name "nothing". */
final class NameCodec {
    private NameCodec() {}

    @SuppressWarnings("NullAway") // a codec that breaks its contract
    public static String encode(Name name) {
        return present(name.text().equals("nothing") ? null : name.text());
    }

    @SuppressWarnings("NullAway")
    public static Name decode(String text) {
        return present(text.equals("nobody") ? null : new Name(text));
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T present(@Nullable T value) {
        return value;
    }
}

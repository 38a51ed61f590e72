package dev.ashlar.tests.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text that tells nothing of itself if it is "untold", and throws what it does not declare if it is "sly". */
public record Sly(String text) {
    @Override
    @SuppressWarnings("ToStringReturnsNull") // a class that breaks the contract of Object
    public @Nullable String toString() {
        requireNot("sly");
        return text.equals("untold") ? null : text;
    }

    /** Throws a checked exception, as methods in Kotlin do. */
    void requireNot(String refused) {
        if (text.equals(refused)) {
            throw unchecked(new IOException("nothing is declared"));
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E unchecked(Exception checked) throws E {
        throw (E) checked;
    }
}

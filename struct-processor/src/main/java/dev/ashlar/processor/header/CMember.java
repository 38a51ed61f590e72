package dev.ashlar.processor.header;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One member of a C struct.
 *
 * @param declaration without the semicolon: {@code int32_t cells[4]}
 * @param name what {@code offsetof} calls it; null where C has no offset for it, as for bit-fields
 * @param byteOffset bytes from the start of the struct
 * @param place the same for people; for a bit-field with its first bit
 * @param comment what it is in Java
 */
record CMember(String declaration, @Nullable String name, long byteOffset, String place, String comment) {
    // ASHLAR_ASSERT(offsetof(struct Person, height) == 8, "offset of height");
    Optional<String> assertion(String struct) {
        return Optional.ofNullable(name)
                .map(member -> String.format(
                        Locale.ROOT,
                        "ASHLAR_ASSERT(offsetof(%s, %s) == %d, \"offset of %s\");",
                        struct,
                        member,
                        byteOffset,
                        member));
    }
}

package dev.ashlar.processor.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.processor.model.StructModel;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.IdentityHashMap;

/**
 * The fingerprints of structs, each computed once: the first eight bytes of the SHA-256 of a {@link LayoutText}, as a
 * big-endian number. The format is public ({@code docs/fingerprints.md}) and lies in files: it does not change.
 */
final class Fingerprints {
    private final Layouts layouts;
    private final IdentityHashMap<StructModel, Long> fingerprints = new IdentityHashMap<>();

    Fingerprints(Layouts layouts) {
        this.layouts = layouts;
    }

    long of(StructModel struct) {
        Long known = fingerprints.get(struct);
        if (known == null) {
            known = ByteBuffer.wrap(sha256(new LayoutText(layouts).of(struct))).getLong();
            fingerprints.put(struct, known);
        }
        return known;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

package dev.ashlar.struct.support;

/**
 * The exceptions for what a codec refuses, which name the component. For generated code.
 *
 * <p>They are for checked exceptions too, which a codec in Kotlin throws without declaring them.
 */
public final class CodecFailure {
    private CodecFailure() {}

    /**
     * Returns the exception for a value that {@code encode} refused.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}
     * @param storage the storage of the component as text: {@code I64}
     * @param codec the name of the codec
     * @param failure the exception of the codec, which becomes the cause
     */
    public static IllegalArgumentException refused(
            Object component, Object value, String storage, String codec, Exception failure) {
        return new IllegalArgumentException(
                "value does not fit: " + ComponentPath.facts(component) + " value=" + ValueText.of(value) + " storage="
                        + storage + " codec=" + codec + ": " + reason(failure),
                failure);
    }

    /**
     * Returns the exception for stored bytes that {@code decode} refused, or made {@code null} of.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}
     * @param codec the name of the codec
     * @param failure the exception of the codec, which becomes the cause
     */
    public static IllegalStateException unreadable(Object component, Object stored, String codec, Exception failure) {
        return new IllegalStateException(
                "no value is stored as this: " + ComponentPath.facts(component) + " stored=" + ValueText.of(stored)
                        + " codec=" + codec + ": " + reason(failure),
                failure);
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}

package dev.ashlar.struct.support;

import java.util.HexFormat;

/** The exceptions for what a codec refuses, which name the component. For generated code. */
public final class CodecFailure {
    /** Longer texts of values are cut. */
    private static final int MOST_TEXT = 200;

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
            Object component, Object value, String storage, String codec, RuntimeException failure) {
        return new IllegalArgumentException(
                "value does not fit: " + ComponentPath.facts(component) + " value=" + text(value) + " storage="
                        + storage + " codec=" + codec + ": " + reason(failure),
                failure);
    }

    /**
     * Returns the exception for stored bytes that {@code decode} refused, or made {@code null} of.
     *
     * @param component the component as a member of its struct
     * @param codec the name of the codec
     * @param failure the exception of the codec, which becomes the cause
     */
    public static IllegalStateException unreadable(
            Object component, Object stored, String codec, RuntimeException failure) {
        return new IllegalStateException(
                "no value is stored as this: " + ComponentPath.facts(component) + " stored=" + text(stored) + " codec="
                        + codec + ": " + reason(failure),
                failure);
    }

    private static String reason(RuntimeException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** The text of a user's object, whose own method may fail: the message is still made then. */
    private static String text(Object value) {
        String text;
        try {
            text = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
        } catch (RuntimeException untellable) {
            return value.getClass().getName();
        }
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "...";
    }
}

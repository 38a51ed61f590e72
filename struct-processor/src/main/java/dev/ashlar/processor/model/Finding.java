package dev.ashlar.processor.model;

import java.util.List;

/**
 * One thing that is wrong with a struct.
 *
 * @param site where
 * @param message what, and what to do about it
 * @param facts what the message speaks of, in the order of its places
 */
public record Finding(Site site, Message message, List<Object> facts) {
    /** A finding whose facts are listed as arguments. */
    public static Finding of(Site site, Message message, Object... facts) {
        return new Finding(site, message, List.of(facts));
    }

    /** Returns whether it keeps the classes of the struct from being generated. */
    public boolean isError() {
        return message.severity() == Message.Severity.ERROR;
    }

    /** The sentence for the user. */
    public String text() {
        return message.text(facts);
    }
}

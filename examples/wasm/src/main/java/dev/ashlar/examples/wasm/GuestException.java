package dev.ashlar.examples.wasm;

/** A call of the guest that did not return: what was called, and why it stopped. */
public final class GuestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GuestException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.ashlar.processor.header;

/**
 * A C header.
 *
 * @param path where it belongs under the output of the compiler: {@code include/p/Person.h}
 * @param text all of it
 */
public record HeaderFile(String path, String text) {}

package dev.ashlar.processor.write.source;

/**
 * A generated class.
 *
 * @param className its qualified name
 * @param text all of its source
 */
public record SourceFile(String className, String text) {}

package org.apache.arrow.c;

/** What DuckDB asks for: an object whose class has this name, and this method. */
public record ArrowArrayStream(long memoryAddress) {}

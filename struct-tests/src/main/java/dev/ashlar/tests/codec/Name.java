package dev.ashlar.tests.codec;

/** A name; the codec below stores its text. */
public record Name(String text) {}

package dev.ashlar.processor.model;

/**
 * A place in the user's source that a finding can point at. Opaque: only the reader knows which element it stands for.
 */
public record Site(int number) {}

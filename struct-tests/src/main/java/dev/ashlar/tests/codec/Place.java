package dev.ashlar.tests.codec;

/** A place; no struct. */
public record Place(double latitude, double longitude) {}

package dev.ashlar.tests.codec;

import dev.ashlar.struct.Struct;

/** A place in millionths of degrees. */
@Struct
public record PlaceForm(int latitude, int longitude) {}

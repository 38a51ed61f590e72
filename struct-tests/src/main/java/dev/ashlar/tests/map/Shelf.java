package dev.ashlar.tests.map;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** Structs inside other types, one of them of the package alone, with names that the map uses itself. */
public final class Shelf {
    private Shelf() {}

    @Struct(map = {"index", "cursor"})
    record Book(long index, @Length(4) byte[] cursor, int group, boolean cursorFrom) {}

    /** A struct with components named as the locals of the map. */
    @Struct(map = "staged")
    public record Box(int staged, int staging, int found) {}
}

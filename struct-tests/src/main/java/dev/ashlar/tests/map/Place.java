package dev.ashlar.tests.map;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;
import java.time.Instant;

/** A struct that is a key, with padding. */
@Struct
public record Place(int x, @Bits(5) int y, @Bits(1) boolean isRoof, Face face, Instant since) {
    /** A side of a place. */
    public enum Face {
        @Code(7)
        NORTH,
        @Code(-3)
        SOUTH
    }
}

package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;

/** A struct inside which a codec has effects. */
@Struct(list = true)
public record Step(Inner inner) {
    static Step of(Late late) {
        return new Step(new Inner(late));
    }

    /** A struct with that codec. */
    @Struct
    public record Inner(@StoredBy(LateCodec.class) Late number) {}
}

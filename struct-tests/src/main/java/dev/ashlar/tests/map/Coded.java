package dev.ashlar.tests.map;

import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;

/** A struct with a codec of the user in its key. */
@Struct(map = "name")
public record Coded(@StoredBy(CodedName.class) Name name, int value) {
    /** A name. */
    public record Name(String text) {}
}

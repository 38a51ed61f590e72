package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;

@Struct
public record Header(
        @U16 int nameLength,
        int id,
        @Tail(count = "nameLength") String name) {}

package dev.ashlar.tests.foreign;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
public sealed interface Choice permits Choice.Value, Choice.Link {
    @Struct
    @Code(0)
    record Value(int value) implements Choice {}

    @Struct
    @Code(1)
    record Link(byte id, Ref<Node> at) implements Choice {}
}

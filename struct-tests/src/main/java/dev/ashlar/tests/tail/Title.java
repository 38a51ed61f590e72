package dev.ashlar.tests.tail;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
public record Title(Ref<Entry> entry) {}

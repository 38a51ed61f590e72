package dev.ashlar.tests.reference;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
record Tight(byte tag, Ref<Tight> next) {}

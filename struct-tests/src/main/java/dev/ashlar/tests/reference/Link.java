package dev.ashlar.tests.reference;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
public record Link(long value, Ref<Link> next) {}

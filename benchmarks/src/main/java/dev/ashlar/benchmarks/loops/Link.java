package dev.ashlar.benchmarks.loops;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

/** A link of a chain, 16 bytes; which is removed if its value is a multiple of eight. */
@Struct
public record Link(long value, Ref<Link> next) {}

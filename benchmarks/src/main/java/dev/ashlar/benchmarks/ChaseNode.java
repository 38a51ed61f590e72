package dev.ashlar.benchmarks;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

/** The struct that following references is measured with: 16 bytes. */
@Struct
record ChaseNode(long value, Ref<ChaseNode> next) {}

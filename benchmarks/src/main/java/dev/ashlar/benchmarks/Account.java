package dev.ashlar.benchmarks;

import dev.ashlar.struct.Struct;

/** An account, of which there are many, 24 bytes each: what maps are measured with. */
@Struct(map = "id")
record Account(long id, double balance, int state) {}

package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

/** An entry of the loops' logs. */
@Struct
record Note(long key, @Tail int[] marks) {}

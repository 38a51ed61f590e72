package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Struct;

/** Structs in a struct. */
@Struct
record Trip(Item from, Item to, int length) {}

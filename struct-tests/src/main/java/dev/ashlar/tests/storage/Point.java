package dev.ashlar.tests.storage;

import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;

@Struct
record Point(int id, MemorySegment to) {}

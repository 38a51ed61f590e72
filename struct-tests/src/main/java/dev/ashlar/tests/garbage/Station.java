package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

/** A link of the loops' chains. */
@Struct
record Station(long value, Ref<Station> next) {}

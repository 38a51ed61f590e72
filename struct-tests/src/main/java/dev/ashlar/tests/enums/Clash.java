package dev.ashlar.tests.enums;

import dev.ashlar.struct.Struct;

/** Side, and components that have the names of its accessors. */
@Struct(columns = true)
record Clash(Side side, int sideNumber, Side sideNumber_, Side type, Side yield) {}

package dev.ashlar.tests.accessors;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;

@Struct(accessors = StructAccessors.BEAN)
record Twins(int xY, int XY, boolean isOpen, boolean open, int opened) {}

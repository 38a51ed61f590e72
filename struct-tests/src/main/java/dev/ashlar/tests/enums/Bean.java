package dev.ashlar.tests.enums;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;

@Struct(accessors = StructAccessors.BEAN, columns = true)
record Bean(Side side, int sideNumber, Side read) {}

package dev.ashlar.tests.structsfor;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.StructsFor;

@StructsFor(value = Thing.class, as = @Struct(packed = true, order = StructOrder.BIG_ENDIAN))
class Holder {}

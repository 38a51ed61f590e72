package dev.ashlar.tests.reference;

import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

@Struct(order = StructOrder.BIG_ENDIAN)
public record Other(Ref<Small> small) {}

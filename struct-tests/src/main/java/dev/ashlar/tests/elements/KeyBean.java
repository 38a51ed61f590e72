package dev.ashlar.tests.elements;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;

@Struct(accessors = StructAccessors.BEAN)
public record KeyBean(int id, @Length(11) byte[] bytes) {}

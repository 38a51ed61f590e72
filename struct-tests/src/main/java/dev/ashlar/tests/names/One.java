package dev.ashlar.tests.names;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
@Code(0)
record One(int Checked) implements Either {}

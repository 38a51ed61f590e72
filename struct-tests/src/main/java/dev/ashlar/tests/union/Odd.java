package dev.ashlar.tests.union;

import dev.ashlar.struct.Struct;

@Struct
sealed interface Odd permits Checked, Tag, UnionTag, number, variant {}

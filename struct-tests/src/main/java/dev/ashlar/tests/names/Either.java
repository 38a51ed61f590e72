package dev.ashlar.tests.names;

import dev.ashlar.struct.Struct;

@Struct
sealed interface Either permits One {}

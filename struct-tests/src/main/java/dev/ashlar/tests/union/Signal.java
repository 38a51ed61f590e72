package dev.ashlar.tests.union;

import dev.ashlar.struct.Struct;

@Struct
public sealed interface Signal permits Watched, Quiet {}

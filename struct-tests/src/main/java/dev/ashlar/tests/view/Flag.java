package dev.ashlar.tests.view;

import dev.ashlar.struct.Struct;

@Struct
record Flag(boolean on) {}

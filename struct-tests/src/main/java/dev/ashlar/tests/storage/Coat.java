package dev.ashlar.tests.storage;

import dev.ashlar.struct.Struct;

@Struct
record Coat(Color a) {}

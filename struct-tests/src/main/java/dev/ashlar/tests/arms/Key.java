package dev.ashlar.tests.arms;

import dev.ashlar.struct.Struct;

/** With padding, where other arms have bytes. */
@Struct
public record Key(byte code, int time) {}

package dev.ashlar.processor;

import dev.ashlar.struct.Struct;

/** A struct compiled without the annotation processor, as the tests are. */
@Struct
public record ViewlessStruct(int id) {}

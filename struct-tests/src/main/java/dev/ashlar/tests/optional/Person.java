package dev.ashlar.tests.optional;

import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** The struct of the golden file: boxes, and one that is always there. */
@Struct(columns = true, list = true)
public record Person(
        int id, @Nullable Integer age, @Nullable Double height) {}

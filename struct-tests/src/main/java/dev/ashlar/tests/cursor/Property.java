package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;

/** A struct whose rows have properties, as those of Kotlin's classes. */
@Struct(columns = true, accessors = StructAccessors.BEAN)
record Property(int row, long moveTo, boolean isOpen) {}

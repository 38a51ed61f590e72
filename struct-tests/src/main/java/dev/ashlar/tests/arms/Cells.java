package dev.ashlar.tests.arms;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** Unions in columns: whole, in an array. */
@Struct(columns = true)
public record Cells(int row, @Length(2) FloatBits[] bits) {}

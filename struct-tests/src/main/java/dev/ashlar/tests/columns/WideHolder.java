package dev.ashlar.tests.columns;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record WideHolder(int a, @Length(2) Wide[] wides) {}

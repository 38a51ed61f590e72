package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct
public record Ends(Point head, Point tail, boolean open) {}

package dev.ashlar.tests.view;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
record City(int id, @Length(8) String name, long people) {}

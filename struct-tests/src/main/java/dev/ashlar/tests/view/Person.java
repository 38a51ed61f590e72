package dev.ashlar.tests.view;

import dev.ashlar.struct.Struct;

@Struct
public record Person(int id, double height, int age) {}

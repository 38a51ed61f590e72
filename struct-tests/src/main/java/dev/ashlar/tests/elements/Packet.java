package dev.ashlar.tests.elements;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Packet(int id, @Tail byte[] body) {}

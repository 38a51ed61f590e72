package dev.ashlar.tests.endian;

import dev.ashlar.struct.Code;

public enum Side {
    @Code(0x0102)
    BUY,
    @Code(0x0304)
    SELL
}

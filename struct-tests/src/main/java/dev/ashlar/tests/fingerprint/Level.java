package dev.ashlar.tests.fingerprint;

import dev.ashlar.struct.Code;

enum Level {
    @Code(10)
    HIGH,
    @Code(-2)
    LOW
}

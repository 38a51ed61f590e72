package dev.ashlar.tests.codec;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Scale;
import dev.ashlar.struct.Struct;
import java.math.BigDecimal;
import java.time.Instant;

/** A union of structs with codecs. */
@Struct
public sealed interface Event {
    @Struct
    @Code(1)
    record Opened(Instant at) implements Event {}

    @Struct
    @Code(2)
    record Paid(@Scale(2) BigDecimal amount) implements Event {}
}

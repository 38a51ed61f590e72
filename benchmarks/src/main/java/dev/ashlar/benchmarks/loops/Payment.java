package dev.ashlar.benchmarks.loops;

import dev.ashlar.struct.Scale;
import dev.ashlar.struct.Struct;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values of the JDK, and one that may be absent; 32 bytes each. */
@Struct(columns = true)
public record Payment(
        int id,
        @Nullable Integer discount,
        Instant created,
        @Scale(2) BigDecimal amount) {}

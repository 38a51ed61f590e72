package dev.ashlar.tests.optional;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructAccessors;
import dev.ashlar.struct.StructOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Properties that may have no value. */
@Struct(accessors = StructAccessors.BEAN, columns = true, order = StructOrder.BIG_ENDIAN)
public record Bean(
        @Nullable Integer age,
        @Nullable Boolean isOpen,
        @Nullable Color color,
        @Nullable Instant created,
        @Nullable Point at) {}

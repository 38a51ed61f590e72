package dev.ashlar.memory;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The handles that every atomic access goes through: little-endian and aligned, as the hardware requires. */
final class AtomicAccess {
    static final VarHandle I32 =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
    static final VarHandle I64 =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

    private AtomicAccess() {}
}

package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Atomic components, and structs that hold some: each must lie at a multiple of its size wherever the struct lies at a
 * multiple of its alignment.
 */
final class AtomicCheck {
    private AtomicCheck() {}

    static List<Finding> layout(StructModel struct, StructLayout layout) {
        List<Finding> findings = new ArrayList<>();
        for (PlacedComponent placed : layout.components()) {
            long needed = placed.atomicAlignment();
            if (placed.isBehindTail()) {
                continue;
            }
            if (placed.valueOffset() % needed != 0 || layout.byteAlignment() % needed != 0) {
                findings.add(Finding.of(
                        placed.component().site(),
                        Message.ATOMIC_ALIGNMENT,
                        struct.path(placed.name()),
                        needed,
                        placed.valueOffset(),
                        layout.byteAlignment(),
                        needed));
            }
            if (placed.type() instanceof ComponentType.Atomic
                    && placed.component().orderIn(struct.settings()) != StructOrder.LITTLE_ENDIAN) {
                findings.add(Finding.of(placed.component().site(), Message.ATOMIC_ORDER, struct.path(placed.name())));
            }
        }
        return findings;
    }
}

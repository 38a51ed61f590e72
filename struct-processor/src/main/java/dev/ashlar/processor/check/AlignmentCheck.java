package dev.ashlar.processor.check;

import dev.ashlar.memory.Alignment;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;

/** Alignments that the user asks for: that they can be had, and that they do something. */
final class AlignmentCheck {
    /** A page of linear memory. */
    static final long MOST = 1 << 16;

    /** The most that compilers take in {@code #pragma pack}. */
    private static final long MOST_PACK = 16;

    private AlignmentCheck() {}

    static List<Finding> values(StructModel struct) {
        List<Finding> findings = new ArrayList<>();
        long asked = struct.settings().byteAlignment();
        if (!isPossible(asked)) {
            findings.add(Finding.of(
                    struct.site(), Message.STRUCT_ALIGN_VALUE, struct.name().canonicalName(), asked, MOST));
        }
        long pack = struct.settings().pack();
        if (pack != 0 && (!Alignment.isValid(pack) || pack > MOST_PACK)) {
            findings.add(Finding.of(
                    struct.site(), Message.STRUCT_PACK_VALUE, struct.name().canonicalName(), pack));
        } else if (pack != 0 && struct.settings().packed()) {
            findings.add(Finding.of(
                    struct.site(), Message.STRUCT_PACK_AND_PACKED, struct.name().canonicalName(), pack));
        }
        for (ComponentModel component : struct.components()) {
            Long alignment = component.byteAlignment();
            if (alignment == null) {
                continue;
            }
            if (!isPossible(alignment)) {
                findings.add(Finding.of(
                        component.site(), Message.ALIGN_VALUE, struct.path(component.name()), alignment, MOST));
            } else if (component.type() instanceof ComponentType.BitField) {
                findings.add(Finding.of(component.site(), Message.ALIGN_ON_BITS, struct.path(component.name())));
            }
        }
        return findings;
    }

    static List<Finding> layout(StructModel struct, StructLayout layout) {
        List<Finding> findings = new ArrayList<>();
        long asked = struct.settings().byteAlignment();
        if (asked > 1 && asked < layout.naturalAlignment()) {
            findings.add(Finding.of(
                    struct.site(),
                    Message.STRUCT_ALIGN_TOO_SMALL,
                    struct.name().canonicalName(),
                    asked,
                    layout.naturalAlignment()));
        }
        for (PlacedComponent placed : layout.components()) {
            Long alignment = placed.component().byteAlignment();
            if (alignment != null && alignment < placed.naturalAlignment()) {
                findings.add(Finding.of(
                        placed.component().site(),
                        Message.ALIGN_TOO_SMALL,
                        struct.path(placed.name()),
                        alignment,
                        placed.naturalAlignment()));
            }
        }
        return findings;
    }

    /** Returns whether a struct or component can be aligned to a number of bytes. */
    static boolean isPossible(long byteAlignment) {
        return Alignment.isValid(byteAlignment) && byteAlignment <= MOST;
    }
}

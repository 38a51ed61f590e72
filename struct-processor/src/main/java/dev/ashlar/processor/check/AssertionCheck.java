package dev.ashlar.processor.check;

import dev.ashlar.memory.Alignment;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;

/** Assertions that no layout could meet. */
final class AssertionCheck {
    private AssertionCheck() {}

    static List<Finding> values(StructModel struct) {
        List<Finding> findings = new ArrayList<>();
        long byteAlignment = struct.assertion().byteAlignment();
        if (byteAlignment >= 0 && !Alignment.isValid(byteAlignment)) {
            findings.add(Finding.of(
                    struct.site(), Message.ALIGNMENT_VALUE, struct.name().canonicalName(), byteAlignment));
        }
        long cacheLine = struct.assertion().cacheLine();
        if (cacheLine >= 0 && !Alignment.isValid(cacheLine)) {
            findings.add(Finding.of(
                    struct.site(), Message.CACHE_LINE_VALUE, struct.name().canonicalName(), cacheLine));
        }
        for (ComponentModel component : struct.components()) {
            Long offset = component.assertedOffset();
            if (offset != null && offset < 0) {
                findings.add(Finding.of(component.site(), Message.OFFSET_RANGE, struct.path(component.name()), offset));
            }
        }
        return findings;
    }
}

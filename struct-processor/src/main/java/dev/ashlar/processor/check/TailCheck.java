package dev.ashlar.processor.check;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;

/** The check that tails are last: neither a component nor another struct can follow them. */
final class TailCheck {
    private TailCheck() {}

    static List<Finding> of(StructModel struct) {
        List<ComponentModel> components = struct.components();
        List<Finding> findings = new ArrayList<>();
        if (struct.hasTail() && struct.settings().list()) {
            findings.add(Finding.of(
                    struct.site(), Message.TAIL_IN_LIST, struct.name().canonicalName()));
        }
        if (struct.hasTail() && struct.settings().ring()) {
            findings.add(Finding.of(
                    struct.site(), Message.TAIL_IN_RING, struct.name().canonicalName()));
        }
        components.stream()
                .limit(Math.max(0, components.size() - 1))
                .filter(component -> component.type() instanceof ComponentType.Tail)
                .map(component -> Finding.of(component.site(), Message.TAIL_NOT_LAST, struct.path(component.name())))
                .forEach(findings::add);
        return findings;
    }
}

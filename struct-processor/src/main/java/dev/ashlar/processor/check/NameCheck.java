package dev.ashlar.processor.check;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Names that the generated classes need and that something else has. */
final class NameCheck {
    private NameCheck() {}

    static List<Finding> constants(StructModel struct) {
        List<Finding> findings = new ArrayList<>();
        Map<String, ComponentModel> owners = new HashMap<>();
        for (ComponentModel component : struct.components()) {
            String constant = OffsetConstant.of(component.name());
            ComponentModel owner = owners.putIfAbsent(constant, component);
            if (owner != null) {
                findings.add(Finding.of(
                        component.site(), Message.CONSTANT_COLLISION, component.name(), constant, owner.name()));
            }
        }
        return findings;
    }

    /** {@code holder} says what has a qualified name already, if anything. */
    static List<Finding> classes(StructModel struct, Function<String, Optional<String>> holder) {
        List<Finding> findings = new ArrayList<>();
        for (String simpleName : struct.classNames()) {
            String qualified = struct.name().generated(simpleName);
            holder.apply(qualified)
                    .ifPresent(owner -> findings.add(Finding.of(
                            struct.site(),
                            Message.CLASS_COLLISION,
                            struct.name().simpleName(),
                            qualified,
                            owner)));
        }
        return findings;
    }
}

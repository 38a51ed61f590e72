package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.struct.TailUnit;
import java.util.ArrayList;
import java.util.List;

/** The check that tails are last: neither another component nor another struct can follow them. */
final class TailCheck {
    private final StructModel struct;
    private final List<Finding> findings = new ArrayList<>();

    private TailCheck(StructModel struct) {
        this.struct = struct;
    }

    static List<Finding> of(StructModel struct) {
        TailCheck check = new TailCheck(struct);
        if (struct.hasTail() && struct.settings().list()) {
            check.add(Message.TAIL_IN_LIST);
        }
        if (struct.hasTail() && struct.settings().ring()) {
            check.add(Message.TAIL_IN_RING);
        }
        for (int index = 0; index < struct.components().size(); index++) {
            ComponentModel component = struct.components().get(index);
            if (component.type() instanceof ComponentType.Tail tail) {
                check.order(component, tail.tail(), index);
                check.arguments(component, tail.tail());
            }
        }
        struct.tails().forEach(tail -> struct.tailBefore(tail).ifPresent(before -> check.place(tail, before)));
        return check.findings;
    }

    private void add(Message message) {
        findings.add(Finding.of(struct.site(), message, struct.name().canonicalName()));
    }

    private void add(ComponentModel component, Message message, Object... facts) {
        List<Object> all = new ArrayList<>(List.of(struct.path(component.name())));
        all.addAll(List.of(facts));
        findings.add(Finding.of(component.site(), message, all.toArray()));
    }

    private void order(ComponentModel component, TailModel tail, int index) {
        List<ComponentModel> behind =
                struct.components().subList(index + 1, struct.components().size());
        boolean isLast = tail.count() == null || tail.toEnd();
        boolean isFollowed = isLast
                ? !behind.isEmpty()
                : behind.stream().anyMatch(each -> each.type() != null && !(each.type() instanceof ComponentType.Tail));
        if (isFollowed) {
            add(component, Message.TAIL_NOT_LAST);
        }
    }

    private void arguments(ComponentModel component, TailModel tail) {
        if (tail.toEnd()) {
            toEnd(component, tail);
        } else if (!AlignmentCheck.isPossible(tail.pad())) {
            add(component, Message.TAIL_PAD, tail.pad(), AlignmentCheck.MOST);
        } else if (tail.count() != null) {
            count(component, tail.count());
        } else if (tail.unit() != TailUnit.ELEMENTS || tail.pad() != 1) {
            add(component, Message.TAIL_WITHOUT_COUNT, tail.unit() == TailUnit.ELEMENTS ? "a pad" : "a unit");
        } else if (struct.tailBefore(component).isPresent()) {
            add(
                    component,
                    Message.TAIL_UNCOUNTED,
                    struct.tailBefore(component).get().name());
        }
    }

    private void toEnd(ComponentModel component, TailModel tail) {
        if (tail.count() != null || tail.unit() != TailUnit.ELEMENTS || tail.pad() != 1) {
            add(component, Message.TAIL_TO_END);
        } else if (struct.components().size() == 1) {
            add(component, Message.TAIL_ALONE);
        }
    }

    private void count(ComponentModel tail, String name) {
        List<String> before = struct.components().stream()
                .takeWhile(each -> !(each.type() instanceof ComponentType.Tail))
                .map(ComponentModel::name)
                .toList();
        ComponentModel count = struct.components().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (count == null) {
            add(tail, Message.TAIL_COUNT_UNKNOWN, name, before.isEmpty() ? "there is none" : String.join(", ", before));
        } else if (!before.contains(name)) {
            add(tail, Message.TAIL_COUNT_BEHIND, name);
        } else if (count.type() != null && !isPlainInteger(count)) {
            add(tail, Message.TAIL_COUNT_TYPE, name, description(count));
        }
    }

    private static boolean isPlainInteger(ComponentModel component) {
        return component.codec() == null
                && component.absence() == null
                && switch (component.storedType()) {
                    case ComponentType.Primitive primitive -> isInteger(primitive);
                    case ComponentType.BitField bits -> isInteger(bits.value());
                    case ComponentType.Enumeration _, ComponentType.Nested _, ComponentType.FixedArray _ -> false;
                    case ComponentType.Tail _, ComponentType.FixedText _, ComponentType.Pointer _ -> false;
                    case ComponentType.Atomic _, ComponentType.Reference _, ComponentType.Tag _ -> false;
                    case ComponentType.Union _, ComponentType.Presence _ -> false;
                };
    }

    private static boolean isInteger(ComponentType value) {
        return value instanceof ComponentType.Primitive primitive && primitive.isInteger();
    }

    // of type double
    // of type int, with @Atomic
    private static String description(ComponentModel component) {
        String type = "of type " + component.typeName();
        if (component.storedType() instanceof ComponentType.Atomic) {
            return type + ", with @Atomic";
        }
        return component.codec() != null ? type + ", stored by a codec" : type;
    }

    /** Nothing fixes the place of a tail behind another, not even to a multiple. */
    private void place(ComponentModel tail, ComponentModel before) {
        if (tail.assertedOffset() != null) {
            add(tail, Message.TAIL_PLACE, "@Offset", before.name());
        }
        if (tail.byteAlignment() != null) {
            add(tail, Message.TAIL_PLACE, "@Align", before.name());
        }
    }

    /** Atomic access asks for an alignment that elements behind another tail do not have. */
    static List<Finding> layout(StructModel struct, StructLayout layout) {
        TailCheck check = new TailCheck(struct);
        for (PlacedComponent placed : layout.components()) {
            if (placed.tailBefore() != null && placed.atomicAlignment() > 1) {
                check.add(placed.component(), Message.TAIL_PLACE, "@Atomic components", placed.tailBefore());
            }
        }
        return check.findings;
    }
}

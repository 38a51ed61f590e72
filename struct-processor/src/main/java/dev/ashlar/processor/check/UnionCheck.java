package dev.ashlar.processor.check;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.UnionModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The variants of a union, their numbers and their names; and the arms of one without a tag. */
final class UnionCheck {
    private final StructModel struct;
    private final UnionModel union;
    private final List<Finding> findings = new ArrayList<>();

    private UnionCheck(StructModel struct, UnionModel union) {
        this.struct = struct;
        this.union = union;
    }

    static List<Finding> of(StructModel struct) {
        if (struct.hasArms()) {
            return arms(struct);
        }
        if (struct.union().isEmpty()) {
            return List.of();
        }
        UnionCheck check = new UnionCheck(struct, struct.union().get());
        check.names();
        check.codes();
        if (check.findings.isEmpty()) {
            check.numbers();
        }
        return check.findings;
    }

    private static List<Finding> arms(StructModel struct) {
        if (struct.union().isPresent()) {
            return List.of(Finding.of(
                    struct.site(), Message.ARMS_OF_INTERFACE, struct.name().canonicalName()));
        }
        return struct.components().stream()
                .filter(arm -> arm.type() instanceof ComponentType.Tail)
                .map(arm -> Finding.of(arm.site(), Message.ARM_TAIL, struct.path(arm.name())))
                .toList();
    }

    private void names() {
        Map<String, UnionModel.Variant> owners = new HashMap<>();
        for (UnionModel.Variant variant : union.variants()) {
            UnionModel.Variant owner = owners.putIfAbsent(variant.constant(), variant);
            if (owner != null) {
                add(
                        Message.VARIANT_NAME,
                        owner.struct().name().nameInPackage(),
                        variant.struct().name().nameInPackage(),
                        variant.constant());
            }
        }
    }

    private void codes() {
        String bare = union.variants().stream()
                .filter(variant -> !variant.hasCode())
                .map(UnionModel.Variant::name)
                .collect(Collectors.joining(", "));
        if (union.hasCodes() && !bare.isEmpty()) {
            add(Message.TAG_MISSING, bare);
        }
        if (!union.hasCodes()) {
            add(
                    Message.TAG_ORDER,
                    union.variants().stream()
                            .map(variant -> variant.name() + " " + variant.number())
                            .collect(Collectors.joining(", ")));
        }
    }

    private void numbers() {
        Map<Long, UnionModel.Variant> owners = new HashMap<>();
        ComponentType.Tag tag =
                (ComponentType.Tag) struct.components().getFirst().storedType();
        for (UnionModel.Variant variant : union.variants()) {
            long number = variant.number();
            UnionModel.Variant owner = owners.putIfAbsent(number, variant);
            if (owner != null) {
                add(Message.TAG_DUPLICATE, owner.name(), variant.name(), number);
            }
            if (number < tag.storageType().min() || number > tag.storageType().max()) {
                add(Message.TAG_RANGE, variant.name(), number, tag.storageType());
            }
        }
    }

    private void add(Message message, Object... facts) {
        List<Object> all = new ArrayList<>(List.of(struct.name().canonicalName()));
        all.addAll(List.of(facts));
        findings.add(new Finding(struct.site(), message, all));
    }
}

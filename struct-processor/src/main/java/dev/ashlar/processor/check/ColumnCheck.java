package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.ColumnLayout;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Structs with columns: that each component has one, and that their names differ. */
final class ColumnCheck {
    /** A kind of component that has no column, and what to do. */
    private record Refusal(String what, String advice) {}

    private final StructModel struct;
    private final Map<String, ColumnNode> owners = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private ColumnCheck(StructModel struct) {
        this.struct = struct;
    }

    static List<Finding> of(StructModel struct, Layouts layouts) {
        if (!struct.settings().columns()) {
            return List.of();
        }
        String name = struct.name().canonicalName();
        if (struct.union().isPresent() || struct.hasArms()) {
            return List.of(Finding.of(struct.site(), Message.COLUMNS_UNION, name));
        }
        if (ColumnLayout.count(struct) > ColumnLayout.MOST) {
            return List.of(Finding.of(struct.site(), Message.COLUMNS_NUMBER, name, ColumnLayout.MOST));
        }
        ColumnCheck check = new ColumnCheck(struct);
        for (ColumnNode component : ColumnLayout.of(struct, layouts).components()) {
            check.check(component, component.declared().site());
        }
        return check.findings;
    }

    /** Finds errors at any depth, and reports each at the component of the struct itself. */
    private void check(ColumnNode node, Site site) {
        switch (node) {
            case ColumnNode.Column column -> {
                claim(column.name(), column, site);
                type(column, site);
                hidden(column, column.placed().component(), site);
            }
            case ColumnNode.Group group -> {
                claim(group.name(), group, site);
                hidden(group, group.declared(), site);
                group.components().forEach(component -> check(component, site));
            }
        }
    }

    /** Constants and the names of methods derive from that of a column, and what they are in capitals must differ. */
    private void claim(String name, ColumnNode node, Site site) {
        for (String derived : List.of(OffsetConstant.of(name), ColumnLayout.capitalised(name))) {
            ColumnNode owner = owners.putIfAbsent(derived, node);
            if (owner != null) {
                findings.add(Finding.of(site, Message.COLUMNS_NAME, struct.path(owner.path()), node.path(), name));
                return;
            }
        }
    }

    private void type(ColumnNode.Column column, Site site) {
        Optional<Refusal> refused = switch (column.placed().type()) {
            case ComponentType.BitField bits ->
                Optional.of(new Refusal(
                        "a bit-field",
                        "remove its @Bits, or hold it in a struct in an array, @Length(1), which stays whole"));
            case ComponentType.Tail tail ->
                Optional.of(new Refusal("a tail", "give it a fixed @Length instead of @Tail"));
            case ComponentType.Nested struct
            when column.declared().codec() != null ->
                Optional.of(new Refusal(
                        "stored by a codec as the struct " + struct.typeName(),
                        "hold it in an array, @Length(1) " + column.declared().valueTypeName()
                                + "[], which stays whole"));
            case ComponentType.Nested struct when column.declared().absence() != null -> Optional.empty();
            case ComponentType.Nested union ->
                Optional.of(new Refusal(
                        "the union " + union.typeName(),
                        "hold it in an array, @Length(1) " + union.typeName() + "[], which stays whole"));
            case ComponentType.Scalar _, ComponentType.FixedArray _, ComponentType.FixedText _ -> Optional.empty();
            case ComponentType.Atomic _, ComponentType.Reference _, ComponentType.Pointer _ -> Optional.empty();
            case ComponentType.Tag _, ComponentType.Union _, ComponentType.Presence _ -> Optional.empty();
        };
        refused.ifPresent(refusal -> findings.add(Finding.of(
                site, Message.COLUMNS_COMPONENT, struct.path(column.path()), refusal.what(), refusal.advice())));
    }

    private void hidden(ColumnNode node, ComponentModel component, Site site) {
        for (ComponentType.Mention mention : component.mentions()) {
            if (isHidden(mention)) {
                StructName name = mention.name();
                findings.add(Finding.of(
                        site,
                        Message.HIDDEN_TYPE,
                        struct.path(node.path()),
                        name.canonicalName(),
                        name.nameInPackage()));
            }
        }
    }

    /** A type that a nested struct of another package can name, and this package cannot. */
    private boolean isHidden(ComponentType.Mention mention) {
        return !mention.isPublic()
                && !mention.name().packageName().equals(struct.name().packageName());
    }
}

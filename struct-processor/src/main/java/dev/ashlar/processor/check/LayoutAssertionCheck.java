package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.BetterOrder;
import dev.ashlar.processor.layout.LayoutRule;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.LayoutAssertion;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the user asserts of a layout, held against the layout. Each message shows all of it. */
final class LayoutAssertionCheck {
    private final StructModel struct;
    private final StructLayout layout;
    private final String table;
    private final List<Finding> findings = new ArrayList<>();

    private LayoutAssertionCheck(StructModel struct, StructLayout layout) {
        this.struct = struct;
        this.layout = layout;
        this.table = layout.table(struct.name());
    }

    static List<Finding> of(StructModel struct, StructLayout layout) {
        LayoutAssertionCheck check = new LayoutAssertionCheck(struct, layout);
        LayoutAssertion assertion = struct.assertion();
        check.total(Message.LAYOUT_SIZE, assertion.byteSize(), layout.byteSize());
        check.total(Message.LAYOUT_ALIGNMENT, assertion.byteAlignment(), layout.byteAlignment());
        check.padding(assertion.maxPadding());
        layout.components().forEach(check::offset);
        return check.findings;
    }

    private void total(Message message, long asserted, long actual) {
        if (asserted >= 0 && asserted != actual) {
            findings.add(Finding.of(struct.site(), message, struct.name().simpleName(), asserted, actual, table));
        }
    }

    private void padding(long most) {
        if (most >= 0 && layout.padding() > most) {
            findings.add(Finding.of(
                    struct.site(),
                    Message.LAYOUT_PADDING,
                    struct.name().simpleName(),
                    most,
                    layout.padding(),
                    BetterOrder.of(layout)
                            .map(LayoutAssertionCheck::advice)
                            .orElse("no other order of its components needs less; change them or its @LayoutCheck"),
                    table));
        }
    }

    private void offset(PlacedComponent placed) {
        Long asserted = placed.component().assertedOffset();
        if (asserted != null && asserted != placed.byteOffset()) {
            findings.add(Finding.of(
                    placed.component().site(),
                    Message.LAYOUT_OFFSET,
                    placed.name(),
                    asserted,
                    placed.byteOffset(),
                    table));
        }
    }

    private static String advice(List<ComponentModel> order) {
        String names = order.stream().map(ComponentModel::name).collect(Collectors.joining(", "));
        return "the order " + names + " needs only " + LayoutRule.layOut(order).padding();
    }
}

package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.BetterOrder;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.LayoutAssertion;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;

/** The user's assertions about a layout, compared with it. Each message shows the whole layout. */
final class LayoutAssertionCheck {
    private final StructModel struct;
    private final Layouts layouts;
    private final StructLayout layout;
    private final String table;
    private final List<Finding> findings = new ArrayList<>();

    private LayoutAssertionCheck(StructModel struct, Layouts layouts) {
        this.struct = struct;
        this.layouts = layouts;
        this.layout = layouts.of(struct);
        this.table = layout.table(struct);
    }

    static List<Finding> of(StructModel struct, Layouts layouts) {
        LayoutAssertionCheck check = new LayoutAssertionCheck(struct, layouts);
        LayoutAssertion assertion = struct.assertion();
        check.total(Message.LAYOUT_SIZE, assertion.byteSize(), check.layout.byteSize());
        check.total(Message.LAYOUT_ALIGNMENT, assertion.byteAlignment(), check.layout.byteAlignment());
        check.padding(assertion.maxPadding());
        check.layout.components().forEach(check::offset);
        if (assertion.cacheLine() >= 0) {
            CacheLineCheck.of(struct, check.layout, assertion.cacheLine(), check.table)
                    .forEach(check.findings::add);
        }
        return check.findings;
    }

    private void total(Message message, long asserted, long actual) {
        if (asserted >= 0 && asserted != actual) {
            findings.add(Finding.of(struct.site(), message, struct.name().canonicalName(), asserted, actual, table));
        }
    }

    private void padding(long most) {
        if (most >= 0 && layout.padding() > most) {
            findings.add(Finding.of(
                    struct.site(),
                    Message.LAYOUT_PADDING,
                    struct.name().canonicalName(),
                    most,
                    layout.padding(),
                    BetterOrder.of(struct, layouts)
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
                    struct.path(placed.name()),
                    asserted,
                    placed.byteOffset(),
                    table));
        }
    }

    private static String advice(BetterOrder better) {
        return "the order " + String.join(", ", better.names()) + " needs only " + better.padding();
    }
}

package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything that is asked of a struct before its classes are written. */
public final class StructCheck {
    private StructCheck() {}

    /**
     * What can be said of a struct whether or not all of its components can be stored.
     *
     * @param holder says what has a qualified class name already, if anything
     */
    public static List<Finding> declaration(StructModel struct, Function<String, Optional<String>> holder) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(NameCheck.classes(struct, holder));
        findings.addAll(NameCheck.constants(struct));
        findings.addAll(AssertionCheck.values(struct));
        findings.addAll(AlignmentCheck.values(struct));
        findings.addAll(UnionCheck.of(struct));
        findings.addAll(OrderCheck.of(struct));
        findings.addAll(TailCheck.of(struct));
        findings.addAll(MapCheck.of(struct));
        return findings;
    }

    /** The checks that need a layout. */
    public static List<Finding> layout(StructModel struct, Layouts layouts) {
        StructLayout layout = layouts.of(struct);
        List<Finding> findings = new ArrayList<>();
        if (layout.byteSize() > StructModel.MAX_BYTE_SIZE) {
            findings.add(Finding.of(
                    struct.site(),
                    Message.STRUCT_TOO_LARGE,
                    struct.name().canonicalName(),
                    layout.byteSize(),
                    StructModel.MAX_BYTE_SIZE));
        }
        findings.addAll(AlignmentCheck.layout(struct, layout));
        findings.addAll(AtomicCheck.layout(struct, layout));
        findings.addAll(TailCheck.layout(struct, layout));
        List<Finding> columns = ColumnCheck.of(struct, layouts);
        findings.addAll(columns);
        if (columns.isEmpty()) {
            findings.addAll(NameCheck.accessors(struct, layouts));
        }
        findings.addAll(LayoutAssertionCheck.of(struct, layouts));
        return findings;
    }
}

package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;

/** The length of a tail that reaches to the end of the handle. */
final class EndLength extends BareLength {
    EndLength(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize,
            TailModel tail) {
        super(component, names, placement, counted, elementByteSize, tail);
    }

    @Override
    CodeBlock loadInView() {
        return load(List.of());
    }

    // StructTail.toEnd("p.Message#body", memory, byteOffset() + OFFSET_BODY, 1)
    // StructTail.toEnd("p.Message#body", memory, byteOffset + bodyOffset, 1)
    @Override
    public CodeBlock load(List<ComponentCode> components) {
        return CodeBlock.of("$T.toEnd($L, memory, $L, $L)", Library.STRUCT_TAIL, name(), start(), elementByteSize);
    }

    /** Padding behind it would be read as elements. */
    @Override
    String rounding(StructLayout layout) {
        return "1";
    }
}

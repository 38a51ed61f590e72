package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;

/** The classes of a struct inside another, and the expressions that meet them. */
public record NestedCode(ClassName struct, ClassName view, ClassName array, boolean isInSamePackage) {
    public static NestedCode of(StructName name, GeneratedNames names) {
        boolean isInSamePackage = name.home().equals(names.view().packageName());
        return new NestedCode(Names.type(name), Names.view(name), Names.array(name), isInSamePackage);
    }

    /**
     * An expression for a view; without a check of the bounds where the constructor can be called, since every access checks
     * them.
     */
    // new PointView(memory, byteOffset() + OFFSET_START)
    // PointView.at(memory, byteOffset() + OFFSET_START)
    public CodeBlock viewAt(CodeBlock offset) {
        return viewAt(CodeBlock.of("memory"), offset);
    }

    /** A statement that copies the bytes of the struct of a view. */
    // PointView.copy(start.memory(), start.byteOffset(), memory, byteOffset() + OFFSET_START)
    // start.memory().copyTo(start.byteOffset(), memory, byteOffset() + OFFSET_START, PointView.BYTE_SIZE)
    CodeBlock copy(CodeBlock from, CodeBlock offset) {
        return isInSamePackage
                ? CodeBlock.of("$T.copy($L.memory(), $L.byteOffset(), memory,$W$L)", view, from, from, offset)
                : CodeBlock.of(
                        "$L.memory().copyTo($L.byteOffset(), memory,$W$L,$W$T.BYTE_SIZE)", from, from, offset, view);
    }

    /** An expression for a view in another handle, as {@link #viewAt(CodeBlock)}. */
    public CodeBlock viewAt(CodeBlock memory, CodeBlock offset) {
        return isInSamePackage
                ? CodeBlock.of("new $T($L, $L)", view, memory, offset)
                : CodeBlock.of("$T.at($L, $L)", view, memory, offset);
    }
}

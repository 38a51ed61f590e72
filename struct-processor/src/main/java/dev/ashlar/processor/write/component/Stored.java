package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.write.names.Placement;

/**
 * The expressions by which code that compares structs reads one of them.
 *
 * @param view a view of the struct, with its dot; empty for the one that the code stands in
 * @param memory its handle
 * @param segment the segment of that handle
 * @param placement where its components lie in the handle
 */
public record Stored(CodeBlock view, CodeBlock memory, CodeBlock segment, Placement placement) {
    /** The offset of a component in the handle. */
    // byteOffset + OFFSET_ID
    // thatOffset + OFFSET_ID
    CodeBlock place(ComponentModel component) {
        return placement.of(component);
    }
}

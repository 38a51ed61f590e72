package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.write.names.Placement;
import java.util.Optional;

/** The expressions by which an optional component says whether it has a value. */
interface PresenceCode {
    /** An expression: whether the component of the view or row that the code stands in has a value. */
    CodeBlock isPresent(Placement placement);

    /** The contrary of {@link #isPresent(Placement)}. */
    CodeBlock isAbsent(Placement placement);

    /** As {@link #isPresent(Placement)}, of the struct that code copies or compares, by its segment. */
    CodeBlock isPresent(Stored stored);

    /** A statement that says that there is a value; empty where the value itself says it. */
    Optional<CodeBlock> mark();

    /** As {@link #mark()}, or the contrary, by the segment of the handle. */
    Optional<CodeBlock> put(CodeBlock memory, CodeBlock isPresent);

    /** A statement that makes the component absent. */
    CodeBlock clear();

    /** The number that is stored where there is no value; empty if that is 0. */
    Optional<CodeBlock> sentinel();
}

package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;

/** A component that may be the tail of its struct: what the classes of structs with tails ask of it besides. */
interface TailComponent {
    TailCode tail();

    /** An expression for how many elements {@code value} has. */
    CodeBlock lengthOf(CodeBlock path, CodeBlock value);
}

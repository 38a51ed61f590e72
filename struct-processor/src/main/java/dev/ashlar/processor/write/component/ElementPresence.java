package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * The expressions by which an element of an array says whether it has a value. All are about the element at {@code index} of
 * the view or row that the code stands in.
 */
interface ElementPresence {
    /** An expression: whether the element has a value. */
    CodeBlock isPresent();

    /** The contrary of {@link #isPresent()}. */
    CodeBlock isAbsent();

    /** A statement that says that there is a value, after a store that checked the index; empty where the value itself says it. */
    Optional<CodeBlock> mark();

    /** Statements that make the element absent. */
    List<CodeBlock> clear();

    /** The number that is stored where there is no value; empty if that is 0. */
    Optional<CodeBlock> sentinel();

    /** An expression for a present value, ready to be stored, that throws if that stands for absence. */
    CodeBlock refuse(CodeBlock path, CodeBlock checked);

    /** The type of all elements, ready to be stored. */
    TypeName checkedType(TypeName values);

    /** An expression for the values in what {@link #checkedType} is. */
    CodeBlock values(CodeBlock checked);

    /** A statement that stores which of all elements have a value; empty where the values themselves say it. */
    Optional<CodeBlock> putAll(CodeBlock checked);
}

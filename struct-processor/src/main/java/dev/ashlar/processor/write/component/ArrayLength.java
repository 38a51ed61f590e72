package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Optional;

/** The two ways in which an array has a length, and all code that depends on it. */
sealed interface ArrayLength permits FixedLength, TailLength {
    /** An expression for where the elements start. */
    CodeBlock start();

    /**
     * An expression for the number of elements.
     *
     * @param owner the view whose elements they are, with its dot; empty for the one that the code stands in
     */
    CodeBlock of(String owner);

    /** The methods that return the length and where the elements start, as far as they differ from struct to struct. */
    List<MethodSpec> methods();

    /** The length that an array must have to be stored in a new struct; empty if any will do. */
    Optional<CodeBlock> ofNew();

    /**
     * Statements that store what was checked in a new struct.
     *
     * @param elements the statement that stores the elements
     */
    List<CodeBlock> storeNew(CodeBlock checked, CodeBlock elements);

    /** The reason for which an array is refused that is to replace the elements, as the end of a sentence. */
    String refusal();

    /** The tail that the array is; empty for one of fixed length. */
    Optional<TailLength> tail();
}

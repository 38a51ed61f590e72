package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Optional;

/**
 * A length that is the same in all structs.
 *
 * @param start where the elements start
 * @param constant the name of the constant that holds the length
 * @param length the number of elements
 */
record FixedLength(CodeBlock start, String constant, int length) implements ArrayLength {
    // LENGTH_XS
    // LENGTH_POINTS
    @Override
    public CodeBlock of(String owner) {
        return CodeBlock.of("$L", constant);
    }

    @Override
    public List<MethodSpec> methods() {
        return List.of();
    }

    @Override
    public Optional<CodeBlock> ofNew() {
        return Optional.of(of(""));
    }

    @Override
    public List<CodeBlock> storeNew(CodeBlock checked, CodeBlock elements) {
        return List.of(elements);
    }

    @Override
    public String refusal() {
        return "it does not have exactly " + length + " elements";
    }

    @Override
    public Optional<TailLength> tail() {
        return Optional.empty();
    }
}

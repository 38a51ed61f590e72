package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;

/** A tail of numbers: primitive values or enums. */
final class ScalarTailComponent extends ScalarArrayComponent implements TailComponent {
    private final ScalarCode code;
    private final TailCode tail;

    ScalarTailComponent(PlacedComponent placed, ComponentType.Scalar scalar, StructNaming naming) {
        super(placed, scalar, naming);
        this.code = new ScalarCode(scalar, naming);
        this.tail = new TailCode(
                component(), naming, CodeBlock.of("$L", scalar.storageType().byteSize()));
    }

    @Override
    void addAccessors(TypeSpec.Builder view) {
        view.addMethod(tail.lengthMethod("elements"));
        super.addAccessors(view);
    }

    @Override
    public TailCode tail() {
        return tail;
    }

    @Override
    public CodeBlock lengthOf(CodeBlock path, CodeBlock value) {
        return TailCode.lengthOf(path, value);
    }

    // ComponentValue.requireLength(path, value.samples(), StructTail.lengthOf(path, value.samples()))
    // StoredInteger.all(path, value.samples(), StructTail.lengthOf(path, value.samples()), StorageType.U8)
    @Override
    CodeBlock checkAlone(CodeBlock path, CodeBlock value) {
        return code.checkAll(path, value, lengthOf(path, value).toString());
    }

    @Override
    CodeBlock place() {
        return tail.start();
    }

    @Override
    CodeBlock lengthIn(String owner) {
        return tail.length(owner);
    }

    @Override
    CodeBlock described() {
        return describedTail("value", code.storageType());
    }
}

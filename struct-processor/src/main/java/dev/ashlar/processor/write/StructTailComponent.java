package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.StructModel;

/** A tail of other structs. */
final class StructTailComponent extends StructArrayComponent implements TailComponent {
    private final TailCode tail;

    StructTailComponent(PlacedComponent placed, StructModel struct, StructNaming naming) {
        super(placed, struct, naming);
        this.tail = new TailCode(
                component(),
                naming,
                CodeBlock.of(
                        "$T.BYTE_SIZE", NestedCode.of(struct.name(), naming).view()));
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

    // StructElements.all(path, value.points(), StructTail.lengthOf(path, value.points()), PointView.type())
    @Override
    CodeBlock checkAlone(CodeBlock path, CodeBlock value) {
        return check(path, value, lengthOf(path, value));
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
    CodeBlock describedLength() {
        return CodeBlock.of(".tail($L)", ViewConstants.TAIL_OFFSET);
    }
}

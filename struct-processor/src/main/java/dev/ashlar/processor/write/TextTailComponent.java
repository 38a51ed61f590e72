package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import java.util.List;

/** A tail that is a string. */
final class TextTailComponent extends ComponentCode implements TailComponent {
    private final TailCode tail;

    TextTailComponent(PlacedComponent placed, StructNaming naming) {
        super(placed, naming);
        this.tail = new TailCode(component(), naming, CodeBlock.of("1"));
    }

    // public String text() {
    //     return StructTail.text(memory, byteOffset() + TAIL_OFFSET, textLength());
    @Override
    void addAccessors(TypeSpec.Builder view) {
        view.addMethod(tail.lengthMethod("bytes of UTF-8"));
        view.addMethod(getter(TypeName.get(String.class))
                .addStatement("return $T.text(memory, $L, $L)", Library.STRUCT_TAIL, tail.start(), tail.length(""))
                .build());
    }

    @Override
    public TailCode tail() {
        return tail;
    }

    @Override
    TypeName checkedType() {
        return TypeName.get(byte[].class);
    }

    // StructTail.utf8(ComponentPath.of(component, "text"), value.text())
    // StructTail.utf8(ComponentPath.of(component, "name"), value.name())
    @Override
    CodeBlock check(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.utf8($L,$W$L)", Library.STRUCT_TAIL, path, value);
    }

    @Override
    List<CodeBlock> storeNew(CodeBlock checked) {
        return List.of(tail.storeLength(checked), store(checked));
    }

    // memory.storeBytes(byteOffset() + TAIL_OFFSET, text)
    @Override
    CodeBlock store(CodeBlock checked) {
        return CodeBlock.of("memory.storeBytes($L, $L)", tail.start(), checked);
    }

    // StructComponent.text("text", OFFSET_TEXT).tail(TAIL_OFFSET)
    // StructComponent.text("name", OFFSET_NAME).tail(TAIL_OFFSET)
    @Override
    CodeBlock described() {
        return CodeBlock.of("$L$Z.tail($L)", describedText(), ViewConstants.TAIL_OFFSET);
    }
}

package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.struct.StorageType;

/** A tail that is a string. */
final class TextTailComponent extends ComponentCode implements TailComponent {
    private final TailCode tail;

    TextTailComponent(PlacedComponent placed, StructNaming naming) {
        super(placed, naming);
        this.tail = new TailCode(component(), naming, CodeBlock.of("1"));
    }

    // public String text() {
    //     return StructTail.text(memory, byteOffset + TAIL_OFFSET, textLength());
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

    // StructTail.utf8("text", value.text()).length
    @Override
    public CodeBlock lengthOf(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$L.length", checkAlone(path, value));
    }

    @Override
    boolean refuses() {
        return true;
    }

    @Override
    TypeName checkedType() {
        return TypeName.get(byte[].class);
    }

    // StructTail.utf8("text", value.text(), textLength())
    @Override
    CodeBlock check(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.utf8($L, $L, $L)", Library.STRUCT_TAIL, path, value, tail.length(""));
    }

    // StructTail.utf8(ComponentPath.of(component, "text"), value.text())
    @Override
    CodeBlock checkAlone(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.utf8($L, $L)", Library.STRUCT_TAIL, path, value);
    }

    // memory.storeBytes(byteOffset + TAIL_OFFSET, text)
    @Override
    CodeBlock store(CodeBlock checked) {
        return CodeBlock.of("memory.storeBytes($L, $L)", tail.start(), checked);
    }

    @Override
    CodeBlock described() {
        return CodeBlock.of(
                "$L.tail($L)", described("value", StorageType.U8, CodeBlock.of("")), ViewConstants.TAIL_OFFSET);
    }
}

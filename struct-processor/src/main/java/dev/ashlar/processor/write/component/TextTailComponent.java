package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;

/** A tail that is a string. */
final class TextTailComponent extends ComponentCode {
    private final TailLength tail;

    TextTailComponent(PlacedComponent placed, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.tail = TailLength.of(component(), names, placement, "bytes of UTF-8", CodeBlock.of("1"));
    }

    // public String text() {
    //     return StructTail.text(memory, byteOffset() + TAIL_OFFSET, textLength());
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        tail.methods().forEach(view::addMethod);
        view.addMethod(getter(TypeName.get(String.class))
                .addStatement("return $T.text(memory, $L, $L)", Library.STRUCT_TAIL, tail.start(), tail.of(""))
                .build());
    }

    @Override
    public Optional<TailLength> tail() {
        return Optional.of(tail);
    }

    @Override
    public TypeName recordType() {
        return TypeName.get(String.class);
    }

    @Override
    public TypeName checkedType() {
        return TypeName.get(byte[].class);
    }

    // StructTail.utf8(ComponentPath.of(component, "text"), value.text())
    // StructTail.utf8(ComponentPath.of(component, "name"), value.name())
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.utf8($L,$W$L)", Library.STRUCT_TAIL, path, value);
    }

    @Override
    public List<CodeBlock> storeNew(CodeBlock checked) {
        return tail.storeNew(checked, store(checked));
    }

    // memory.storeBytes(byteOffset() + TAIL_OFFSET, text)
    @Override
    public CodeBlock store(CodeBlock checked) {
        return CodeBlock.of("memory.storeBytes($L, $L)", tail.start(), checked);
    }
}

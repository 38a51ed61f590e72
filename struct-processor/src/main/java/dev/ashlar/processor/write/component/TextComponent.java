package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;

/** A component that is a string in a field of fixed size. */
final class TextComponent extends ComponentCode {
    private final ComponentType.FixedText text;

    TextComponent(PlacedComponent placed, ComponentType.FixedText text, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.text = text;
    }

    // public String name() {
    //     return FixedString.load(memory, byteOffset() + OFFSET_NAME, LENGTH_NAME);
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        CodeBlock javadoc =
                refusal("it has more than " + text.length() + " bytes in UTF-8, or contains a NUL or a lone surrogate");
        addGetterAndSetter(view, TypeName.get(String.class), load(), javadoc);
    }

    @Override
    public boolean canFill() {
        return true;
    }

    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return load();
    }

    @Override
    public TypeName recordType() {
        return TypeName.get(String.class);
    }

    @Override
    public TypeName checkedType() {
        return TypeName.get(byte[].class);
    }

    // FixedString.encode("name", value.name(), LENGTH_NAME)
    // FixedString.encode(ComponentPath.of(component, "name"), value.name(), LENGTH_NAME)
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.encode($L, $L, $L)", Library.FIXED_STRING, path, value, names.length(component()));
    }

    // memory.storeBytes(byteOffset() + OFFSET_NAME, name)
    // memory.storeBytes(byteOffset() + OFFSET_CODE, code)
    @Override
    public CodeBlock store(CodeBlock checked) {
        return CodeBlock.of("memory.storeBytes($L, $L)", place(), checked);
    }

    // FixedString.load(memory, byteOffset + OFFSET_NAME, LENGTH_NAME).equals(FixedString.load(thatMemory, …))
    // FixedString.load(memory, columns.nameColumn + index * 16, LENGTH_NAME).equals(FixedString.load(that.memory, …))
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return CodeBlock.of("$L$Z.equals($L)", load(mine), load(theirs));
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return CodeBlock.of("$L.hashCode()", load(stored));
    }

    private CodeBlock load(Stored stored) {
        return load(stored.memory(), stored.place(component()));
    }

    @Override
    CodeBlock load() {
        return load(CodeBlock.of("memory"), place());
    }

    // FixedString.load(memory, byteOffset() + OFFSET_NAME, LENGTH_NAME)
    // FixedString.load(memory, codeOffset(), LENGTH_CODE)
    private CodeBlock load(CodeBlock memory, CodeBlock offset) {
        return CodeBlock.of("$T.load($L, $L, $L)", Library.FIXED_STRING, memory, offset, names.length(component()));
    }
}

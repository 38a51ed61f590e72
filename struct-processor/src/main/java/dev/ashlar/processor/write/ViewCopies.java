package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.StructModel;

/** Whole records to and from the memory. */
final class ViewCopies {
    private ViewCopies() {}

    static void addTo(TypeSpec.Builder view, StructModel struct, StructNaming naming, ValueCode values) {
        view.addMethod(read(struct, naming));
        view.addMethod(write(struct, naming, values));
    }

    // public Person read() {
    //     return new Person(id(), height(), age());
    private static MethodSpec read(StructModel struct, StructNaming naming) {
        CodeBlock arguments = struct.components().stream().map(naming::get).collect(CodeBlock.joining(",$W"));
        return Library.override("read")
                .returns(naming.struct())
                .addStatement("return new $T($L)", naming.struct(), arguments)
                .build();
    }

    // int id = value.id(); byte[] name = FixedString.encode("name", value.name(), LENGTH_NAME);
    // memory.storeI32(byteOffset + OFFSET_ID, id); memory.storeBytes(byteOffset + OFFSET_NAME, name);
    private static MethodSpec write(StructModel struct, StructNaming naming, ValueCode values) {
        String source = naming.variableBesides("value");
        MethodSpec.Builder write = Library.override("write").addParameter(naming.struct(), source);
        for (ComponentModel component : struct.components()) {
            CodeBlock value = CodeBlock.of("$L.$L()", source, component.name());
            write.addStatement(
                    "$T $L = $L",
                    ValueCode.checkedType(component),
                    naming.variable(component),
                    values.check(component, value));
        }
        for (ComponentModel component : struct.components()) {
            write.addStatement(values.store(component, CodeBlock.of("$L", naming.variable(component))));
        }
        return write.build();
    }
}

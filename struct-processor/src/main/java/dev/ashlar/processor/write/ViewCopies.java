package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** Whole records to and from the memory. */
final class ViewCopies {
    private ViewCopies() {}

    static void addTo(TypeSpec.Builder view, StructNaming naming, List<ComponentCode> components) {
        view.addMethod(read(naming, components));
        view.addMethod(write(naming, components));
    }

    // public Person read() {
    //     return new Person(id(), height(), age());
    private static MethodSpec read(StructNaming naming, List<ComponentCode> components) {
        CodeBlock arguments = components.stream().map(ComponentCode::read).collect(CodeBlock.joining(",$W"));
        return Library.override("read")
                .returns(naming.struct())
                .addStatement("return new $T($L)", naming.struct(), arguments)
                .build();
    }

    // int id = value.id(); byte[] name = FixedString.encode("name", value.name(), LENGTH_NAME);
    // memory.storeI32(byteOffset + OFFSET_ID, id); memory.storeBytes(byteOffset + OFFSET_NAME, name);
    private static MethodSpec write(StructNaming naming, List<ComponentCode> components) {
        String source = naming.variableBesides("value");
        MethodSpec.Builder write = Library.override("write").addParameter(naming.struct(), source);
        for (ComponentCode code : components) {
            CodeBlock value = CodeBlock.of("$L.$L()", source, code.component().name());
            write.addStatement(
                    "$T $L = $L",
                    code.checkedType(),
                    naming.variable(code.component()),
                    code.check(code.name(), value));
        }
        for (ComponentCode code : components) {
            write.addStatement(code.store(CodeBlock.of("$L", naming.variable(code.component()))));
        }
        return write.build();
    }
}

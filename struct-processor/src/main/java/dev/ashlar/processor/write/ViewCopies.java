package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;

/** Whole records to and from the memory. */
final class ViewCopies {
    private ViewCopies() {}

    static void addTo(
            TypeSpec.Builder view, StructNaming naming, List<ComponentCode> components, Optional<TailFeatures> tail) {
        view.addMethod(read(naming, components));
        view.addMethod(tail.map(TailFeatures::write).orElseGet(() -> write(naming)));
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

    // public void write(Person value) {
    //     new Checked(ComponentPath.RECORD, value).storeAt(memory, byteOffset());
    static MethodSpec write(StructNaming naming) {
        return Library.override("write")
                .addParameter(naming.struct(), "value")
                .addStatement("$L.storeAt(memory, byteOffset())", naming.checkedRecord("memory"))
                .build();
    }
}

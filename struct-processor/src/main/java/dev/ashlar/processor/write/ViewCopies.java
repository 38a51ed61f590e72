package dev.ashlar.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructModel;
import java.util.List;
import java.util.Optional;

/** Whole records to and from the memory. */
final class ViewCopies {
    private ViewCopies() {}

    static void addTo(
            TypeSpec.Builder view,
            StructModel struct,
            StructNaming naming,
            List<ComponentCode> components,
            Optional<TailFeatures> tail) {
        view.addMethod(read(struct, naming, components));
        view.addMethod(tail.map(TailFeatures::write).orElseGet(() -> write(naming)));
    }

    // public Person read() {
    //     return new Person(id(), height(), age());
    private static MethodSpec read(StructModel struct, StructNaming naming, List<ComponentCode> components) {
        List<RecordCode.Argument> arguments = components.stream()
                .map(code -> new RecordCode.Argument(code.component(), naming.variable(code.component()), code.read()))
                .toList();
        MethodSpec.Builder read = Library.override("read").returns(naming.struct());
        new RecordCode(struct, naming, arguments).addTo(read);
        return read.build();
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

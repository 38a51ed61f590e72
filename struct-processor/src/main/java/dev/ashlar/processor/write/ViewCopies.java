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
            StructNames names,
            List<ComponentCode> components,
            Optional<TailFeatures> tail) {
        view.addMethod(read(struct, names, components));
        view.addMethod(tail.map(TailFeatures::write).orElseGet(() -> write(names)));
    }

    // public Person read() {
    //     return new Person(id(), height(), age());
    private static MethodSpec read(StructModel struct, StructNames names, List<ComponentCode> components) {
        List<RecordCode.Argument> arguments = components.stream()
                .map(code -> new RecordCode.Argument(code.component(), names.variable(code.component()), code.read()))
                .toList();
        MethodSpec.Builder read = Library.override("read").returns(names.struct());
        new RecordCode(struct, names, arguments).addTo(read);
        return read.build();
    }

    // public void write(Person value) {
    //     new Checked(ComponentPath.RECORD, value).storeAt(memory, byteOffset());
    static MethodSpec write(StructNames names) {
        return Library.override("write")
                .addParameter(names.struct(), "value")
                .addStatement("$L.storeAt(memory, byteOffset())", ViewChecks.checkedRecord(names, "memory"))
                .build();
    }
}

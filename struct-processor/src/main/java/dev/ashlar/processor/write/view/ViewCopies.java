package dev.ashlar.processor.write.view;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.List;
import java.util.Optional;

/** Whole records to and from the memory. */
public final class ViewCopies {
    private ViewCopies() {}

    static void addTo(
            TypeSpec.Builder view,
            StructModel struct,
            GeneratedNames names,
            List<ComponentCode> components,
            Optional<TailFeatures> tail) {
        view.addMethod(read(struct, names, components));
        view.addMethod(tail.map(TailFeatures::write).orElseGet(() -> write(names)));
    }

    // public Person read() {
    //     return new Person(id(), height(), age());
    private static MethodSpec read(StructModel struct, GeneratedNames names, List<ComponentCode> components) {
        List<RecordCode.Argument> arguments = components.stream()
                .map(code -> new RecordCode.Argument(
                        code.component(), code.recordType(), names.variable(code.component()), code.read()))
                .toList();
        MethodSpec.Builder read = Library.override("read").returns(names.struct());
        new RecordCode(struct, names, arguments).addTo(read);
        return read.build();
    }

    // public void write(Person value) {
    //     new Checked(ComponentPath.RECORD, value).storeAt(memory, byteOffset());
    public static MethodSpec write(GeneratedNames names) {
        return Library.override("write")
                .addParameter(names.struct(), "value")
                .addStatement("$L.storeAt(memory, byteOffset())", ViewChecks.checkedRecord(names, "memory"))
                .build();
    }
}

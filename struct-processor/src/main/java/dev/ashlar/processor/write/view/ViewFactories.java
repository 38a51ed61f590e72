package dev.ashlar.processor.write.view;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The factory methods of a view: in new memory, or over existing memory. */
public final class ViewFactories {
    private ViewFactories() {}

    public static void addTo(
            TypeSpec.Builder view, StructLayout layout, GeneratedNames names, Optional<TailFeatures> tail) {
        view.addMethod(allocate(names));
        view.addMethod(tail.map(TailFeatures::allocateWith).orElseGet(() -> allocateWith(names)));
        view.addMethod(atStart(names));
        view.addMethod(at(layout, names));
        tail.ifPresent(features -> view.addMethod(features.put()));
    }

    // public static PersonView allocate(Allocator allocator) {
    //     return new PersonView(allocator.allocate(BYTE_SIZE, BYTE_ALIGNMENT), 0);
    private static MethodSpec allocate(GeneratedNames names) {
        return factory("allocate", names)
                .addJavadoc("Allocates a struct whose bytes are zero.\n")
                .addParameter(Library.ALLOCATOR, "allocator")
                .addCode(LinkCode.check(names))
                .addStatement("return new $T(allocator.allocate(BYTE_SIZE, BYTE_ALIGNMENT), 0)", names.view())
                .build();
    }

    // Checked checked = new Checked("p.Person", value); PersonView view = allocate(allocator);
    // checked.storeAt(view.memory, view.byteOffset()); return view;
    private static MethodSpec allocateWith(GeneratedNames names) {
        return factory("allocate", names)
                .addJavadoc("Allocates a struct that holds {@code value}; allocates nothing if the value is refused.\n")
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(names.struct(), "value")
                .addCode(LinkCode.check(names))
                .addStatement(
                        "$L checked = $L",
                        names.checked(),
                        ViewChecks.checkedRecord(names, "allocator.memory().whole()"))
                .addStatement("$T view = allocate(allocator)", names.view())
                .addStatement("checked.storeAt(view.memory, view.byteOffset())")
                .addStatement("return view")
                .build();
    }

    // public static PersonView at(Memory memory) {
    //     return at(memory, 0);
    private static MethodSpec atStart(GeneratedNames names) {
        return factory("at", names)
                .addJavadoc(
                        "Returns the struct at the start of {@code memory}, as {@link #at($T, long)} does.\n",
                        Library.MEMORY)
                .addParameter(Library.MEMORY, "memory")
                .addStatement("return at(memory, 0)")
                .build();
    }

    // StructRange.require("p.Person", memory, byteOffset, BYTE_SIZE);
    // return new PersonView(memory, byteOffset);
    private static MethodSpec at(StructLayout layout, GeneratedNames names) {
        return factory("at", names)
                .addJavadoc("Returns the struct at {@code byteOffset} of {@code memory}. Nothing is written.\n")
                .addJavadoc(names.model().reachesEnd() ? "Its tail reaches to the end of {@code memory}.\n\n" : "\n")
                .addJavadoc("@throws $T if it does not fit there\n", IndexOutOfBoundsException.class)
                .addJavadoc(AtomicCheck.javadoc(layout))
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addCode(LinkCode.check(names))
                .addStatement("$T.require($S, memory, byteOffset, BYTE_SIZE)", Library.STRUCT_RANGE, names.inMessages())
                .addCode(AtomicCheck.check(layout))
                .addStatement("return new $T(memory, byteOffset)", names.view())
                .build();
    }

    private static MethodSpec.Builder factory(String name, GeneratedNames names) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.view());
    }
}

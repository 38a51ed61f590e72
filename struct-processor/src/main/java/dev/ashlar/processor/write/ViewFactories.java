package dev.ashlar.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** How one comes by a view: new memory, or memory that is there. */
final class ViewFactories {
    private ViewFactories() {}

    static void addTo(TypeSpec.Builder view, StructLayout layout, StructNaming naming, Optional<TailFeatures> tail) {
        view.addMethod(allocate(naming));
        view.addMethod(tail.map(TailFeatures::allocateWith).orElseGet(() -> allocateWith(naming)));
        view.addMethod(atStart(naming));
        view.addMethod(at(layout, naming));
        tail.ifPresent(features -> view.addMethod(features.put()));
    }

    // public static PersonView allocate(Allocator allocator) {
    //     return new PersonView(allocator.allocate(BYTE_SIZE, BYTE_ALIGNMENT), 0);
    private static MethodSpec allocate(StructNaming naming) {
        return factory("allocate", naming)
                .addJavadoc("Allocates a struct, its bytes zero.\n")
                .addParameter(Library.ALLOCATOR, "allocator")
                .addCode(LinkCode.check(naming))
                .addStatement("return new $T(allocator.allocate(BYTE_SIZE, BYTE_ALIGNMENT), 0)", naming.view())
                .build();
    }

    // Checked checked = new Checked(ComponentPath.RECORD, value); PersonView view = allocate(allocator);
    // checked.storeAt(view.memory, view.byteOffset()); return view;
    private static MethodSpec allocateWith(StructNaming naming) {
        return factory("allocate", naming)
                .addJavadoc("Allocates a struct that holds {@code value}; nothing when it is refused.\n")
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(naming.struct(), "value")
                .addCode(LinkCode.check(naming))
                .addStatement("$L checked = $L", naming.checked(), naming.checkedRecord("allocator.memory().whole()"))
                .addStatement("$T view = allocate(allocator)", naming.view())
                .addStatement("checked.storeAt(view.memory, view.byteOffset())")
                .addStatement("return view")
                .build();
    }

    // public static PersonView at(Memory memory) {
    //     return at(memory, 0);
    private static MethodSpec atStart(StructNaming naming) {
        return factory("at", naming)
                .addJavadoc("The struct at the start of {@code memory}; see {@link #at($T, long)}.\n", Library.MEMORY)
                .addParameter(Library.MEMORY, "memory")
                .addStatement("return at(memory, 0)")
                .build();
    }

    // memory.checkRange(byteOffset, BYTE_SIZE);
    // return new PersonView(memory, byteOffset);
    private static MethodSpec at(StructLayout layout, StructNaming naming) {
        return factory("at", naming)
                .addJavadoc("The struct that lies in {@code memory} at {@code byteOffset}. Nothing is written.\n\n")
                .addJavadoc("@throws $T if it does not fit there\n", IndexOutOfBoundsException.class)
                .addJavadoc(AtomicCheck.javadoc(layout))
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addCode(LinkCode.check(naming))
                .addStatement("memory.checkRange(byteOffset, BYTE_SIZE)")
                .addCode(AtomicCheck.check(layout))
                .addStatement("return new $T(memory, byteOffset)", naming.view())
                .build();
    }

    private static MethodSpec.Builder factory(String name, StructNaming naming) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(naming.view());
    }
}

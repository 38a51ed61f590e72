package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What the view of a struct with a tail has besides, or in another form: its structs are of different sizes. */
final class TailFeatures {
    private final ComponentCode component;
    private final TailComponent tail;
    private final StructNaming naming;

    private TailFeatures(ComponentCode component, TailComponent tail, StructNaming naming) {
        this.component = component;
        this.tail = tail;
        this.naming = naming;
    }

    /** Those of a struct; empty when it has no tail. */
    static Optional<TailFeatures> of(List<ComponentCode> components, StructNaming naming) {
        ComponentCode last = components.getLast();
        boolean isTail = last.placed.type() instanceof ComponentType.Tail;
        return isTail && last instanceof TailComponent tail
                ? Optional.of(new TailFeatures(last, tail, naming))
                : Optional.empty();
    }

    // Memory memory = allocator.allocate(type().byteSize(value));
    // try { return put(memory, 0, value); } catch (RuntimeException | Error refused) { memory.close(); throw refused; }
    MethodSpec allocateWith(StructLayout layout) {
        return MethodSpec.methodBuilder("allocate")
                .addJavadoc(
                        "Allocates a struct that holds {@code value}, as large as its tail asks for. Nothing stays\n")
                .addJavadoc("allocated when it is refused.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(naming.view())
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(naming.struct(), "value")
                .addStatement(
                        "$T memory = allocator.allocate(type().byteSize(value)$L)",
                        Library.MEMORY,
                        Library.isOverAligned(layout) ? ", BYTE_ALIGNMENT" : "")
                .beginControlFlow("try")
                .addStatement("return put(memory, 0, value)")
                .nextControlFlow("catch ($T | $T refused)", RuntimeException.class, Error.class)
                .addStatement("memory.close()")
                .addStatement("throw refused")
                .endControlFlow()
                .build();
    }

    // type().check("Entry", value); memory.checkRange(byteOffset, type().byteSize(value));
    // EntryView view = new EntryView(memory, byteOffset); memory.storeI32(...); view.write(value); return view;
    MethodSpec put() {
        String name = naming.struct().simpleName();
        return MethodSpec.methodBuilder("put")
                .addJavadoc(
                        "Writes a new struct at {@code byteOffset}, whatever lies there, with the length of the tail that\n")
                .addJavadoc("{@code value} has. It takes {@code type().byteSize(value)} bytes.\n\n")
                .addJavadoc("@throws $T if it does not fit there\n", IndexOutOfBoundsException.class)
                .addJavadoc(ComponentCode.refusal("a component does not fit the way it is stored"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(naming.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(naming.struct(), "value")
                .addStatement("type().check($S, value)", name)
                .addStatement("memory.checkRange(byteOffset, type().byteSize(value))")
                .addStatement("$T view = at(memory, byteOffset)", naming.view())
                .addStatement(tail.tail().storeLength(length()))
                .addStatement("view.write(value)")
                .addStatement("return view")
                .build();
    }

    /** What the description says of sizes, and how it puts a new struct. */
    void addTo(TypeSpec.Builder description) {
        description.addMethod(byteSize());
        description.addMethod(byteSizeAt());
        description.addMethod(putInDescription());
    }

    // StructExtent.free(memory, byteOffset, type().byteSizeAt(memory, byteOffset));
    MethodSpec free() {
        return Library.override("free")
                .addStatement(
                        "$T.free(memory, byteOffset, type().byteSizeAt(memory, byteOffset))", Library.STRUCT_EXTENT)
                .build();
    }

    // public long byteSize(Entry value) {
    //     return StructTail.byteSize(TAIL_OFFSET, StructTail.utf8("text", value.text()).length, 1, BYTE_ALIGNMENT);
    private MethodSpec byteSize() {
        return Library.override("byteSize")
                .returns(TypeName.LONG)
                .addParameter(naming.struct(), "value")
                .addStatement("return $L", tail.tail().byteSize(length()))
                .build();
    }

    // public long byteSizeAt(Memory memory, long byteOffset) {
    //     return StructTail.byteSize(TAIL_OFFSET, at(memory, byteOffset).textLength(), 1, BYTE_ALIGNMENT);
    private MethodSpec byteSizeAt() {
        return Library.override("byteSizeAt")
                .returns(TypeName.LONG)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("return $L", tail.tail().byteSize(tail.tail().length("at(memory, byteOffset).")))
                .build();
    }

    // public EntryView put(Memory memory, long byteOffset, Entry value) {
    //     return EntryView.put(memory, byteOffset, value);
    private MethodSpec putInDescription() {
        return Library.override("put")
                .returns(naming.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(naming.struct(), "value")
                .addStatement("return $T.put(memory, byteOffset, value)", naming.view())
                .build();
    }

    private CodeBlock length() {
        return tail.lengthOf(
                component.name(),
                CodeBlock.of("value.$L()", component.component().name()));
    }
}

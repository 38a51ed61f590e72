package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.component.TailLength;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods that a view of a struct with a tail has in addition, or in another form, since its structs differ in size. */
final class TailFeatures {
    private final ComponentCode component;
    private final TailLength tail;
    private final GeneratedNames names;
    private final StructLayout layout;

    private TailFeatures(ComponentCode component, TailLength tail, GeneratedNames names, StructLayout layout) {
        this.component = component;
        this.tail = tail;
        this.names = names;
        this.layout = layout;
    }

    /** The features of a struct; empty when it has no tail. */
    static Optional<TailFeatures> of(List<ComponentCode> components, GeneratedNames names, StructLayout layout) {
        ComponentCode last = components.getLast();
        return last.tail().map(tail -> new TailFeatures(last, tail, names, layout));
    }

    // Checked checked = new Checked("p.Entry", value); EntryView view = new EntryView(
    //         allocator.allocate(checked.byteSize(), BYTE_ALIGNMENT), 0); checked.storeAt(...); return view;
    MethodSpec allocateWith() {
        return MethodSpec.methodBuilder("allocate")
                .addJavadoc(
                        "Allocates a struct that holds {@code value}, large enough for its tail; allocates nothing if the value is\nrefused.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.view())
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(names.struct(), "value")
                .addCode(LinkCode.check(names))
                .addStatement(checked("allocator.memory().whole()"))
                .addStatement(
                        "$1T view = new $1T(allocator.allocate(checked.byteSize(), BYTE_ALIGNMENT), 0)", names.view())
                .addStatement("checked.storeAt(view.memory, view.byteOffset())")
                .addStatement("return view")
                .build();
    }

    // public static EntryView put(Memory memory, long byteOffset, Entry value) {
    //     return type().put(memory, byteOffset, value);
    MethodSpec put() {
        return MethodSpec.methodBuilder("put")
                .addJavadoc(
                        "Writes a new struct at {@code byteOffset}, over whatever is there. Its tail is as long as that of\n")
                .addJavadoc("{@code value}. The struct takes {@code type().byteSize(value)} bytes.\n\n")
                .addJavadoc("@throws $T if it does not fit there\n", IndexOutOfBoundsException.class)
                .addJavadoc(ComponentCode.refusal("a component does not fit its storage type"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(names.struct(), "value")
                .addStatement("return type().put(memory, byteOffset, value)")
                .build();
    }

    void addCopiesTo(TypeSpec.Builder view, StructModel struct, List<ComponentCode> components) {
        view.addMethod(read(struct, components));
        view.addMethod(write());
    }

    // public Entry read() {
    //     return new Entry(id(), text());
    private MethodSpec read(StructModel struct, List<ComponentCode> components) {
        List<RecordCode.Argument> arguments = components.stream()
                .map(code -> new RecordCode.Argument(
                        code.component(), code.recordType(), names.variable(code.component()), code.read()))
                .toList();
        MethodSpec.Builder read = Library.override("read").returns(names.struct());
        new RecordCode(struct, names, arguments).addTo(read);
        return read.build();
    }

    // Checked checked = new Checked("p.Entry", value);
    // StructTail.requireLength("p.Entry#text", checked.text.length, textLength()); checked.storeAt(memory,
    // byteOffset());
    private MethodSpec write() {
        return Library.override("write")
                .addParameter(names.struct(), "value")
                .addStatement(checked("memory"))
                .addStatement(tail.require(CodeBlock.of("checked.$L", variable())))
                .addStatement("checked.storeAt(memory, byteOffset())")
                .build();
    }

    // public long byteSize() {
    //     return StructTail.byteSize(TAIL_OFFSET, text.length, 1, BYTE_ALIGNMENT);
    MethodSpec byteSize() {
        return Library.override("byteSize")
                .returns(TypeName.LONG)
                .addStatement("return $L", tail.structByteSize(CodeBlock.of("$L.length", variable())))
                .build();
    }

    // StructRange.free("p.Entry", memory, byteOffset(), type().byteSizeAt(memory, byteOffset()));
    MethodSpec free() {
        return Library.override("free")
                .addStatement(
                        "$T.free($S, memory, byteOffset(), type().byteSizeAt(memory, byteOffset()))",
                        Library.STRUCT_RANGE,
                        names.inMessages())
                .build();
    }

    /** The method by which the description tells the size of one struct, without a view: cursors make none. */
    // StructRange.require("p.Person", memory, byteOffset, BYTE_SIZE);
    // int length = StructTail.length("p.Track#x", memory, memory.loadI32(byteOffset + OFFSET_X), byteOffset +
    // TAIL_OFFSET, 4);
    // return StructTail.byteSize(TAIL_OFFSET, length, 4, BYTE_ALIGNMENT);
    MethodSpec byteSizeAt() {
        TailLength there = ComponentCode.of(
                        layout,
                        names,
                        Placement.fromParameter(names.model().settings().order()))
                .getLast()
                .tail()
                .orElseThrow();
        return Library.override("byteSizeAt")
                .returns(TypeName.LONG)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("$T.require($S, memory, byteOffset, BYTE_SIZE)", Library.STRUCT_RANGE, names.inMessages())
                .addCode(AtomicCheck.check(layout))
                .addStatement("int length = $L", there.load())
                .addStatement("return $L", there.structByteSize(CodeBlock.of("length")))
                .build();
    }

    // Checked checked = new Checked("p.Entry", value)
    private CodeBlock checked(String memory) {
        return CodeBlock.of("$L checked = $L", names.checked(), ViewChecks.checkedRecord(names, memory));
    }

    private String variable() {
        return names.variable(component.component());
    }
}

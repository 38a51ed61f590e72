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
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods that a view of a struct with a tail has in addition, or in another form, since its structs differ in size. */
final class TailFeatures {
    private final List<Tail> tails;
    private final GeneratedNames names;
    private final StructLayout layout;

    /**
     * One of the tails.
     *
     * @param variable the variable that holds its value
     */
    private record Tail(TailLength length, String variable) {
        // name.length
        CodeBlock ofVariable() {
            return CodeBlock.of("$L.length", variable);
        }

        static List<Tail> of(List<ComponentCode> components, GeneratedNames names) {
            return components.stream()
                    .flatMap(code -> code.tail().stream().map(tail -> new Tail(tail, names.variable(code.component()))))
                    .toList();
        }
    }

    private TailFeatures(List<Tail> tails, GeneratedNames names, StructLayout layout) {
        this.tails = tails;
        this.names = names;
        this.layout = layout;
    }

    /** The features of a struct; empty when it has no tail. */
    static Optional<TailFeatures> of(List<ComponentCode> components, GeneratedNames names, StructLayout layout) {
        List<Tail> tails = Tail.of(components, names);
        return tails.isEmpty() ? Optional.empty() : Optional.of(new TailFeatures(tails, names, layout));
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
                .addJavadoc(ComponentCode.refusal(
                        names.model().reachesEnd()
                                ? "a component does not fit its storage type, or the struct would not end with {@code memory}"
                                : "a component does not fit its storage type"))
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
        MethodSpec.Builder write =
                Library.override("write").addParameter(names.struct(), "value").addStatement(checked("memory"));
        for (Tail tail : tails) {
            write.addStatement(tail.length().require(CodeBlock.of("checked.$L", tail.variable())));
        }
        return write.addStatement("checked.storeAt(memory, byteOffset())").build();
    }

    /** Adds the offsets of the tails behind the first to the class of checked records. */
    // private final long extraOffset;
    void addOffsetsTo(TypeSpec.Builder checked) {
        for (Tail tail : tails) {
            tail.length()
                    .offsetVariable()
                    .ifPresent(offset -> checked.addField(TypeName.LONG, offset, Modifier.PRIVATE, Modifier.FINAL));
        }
    }

    /** Adds what a record with tails that it counts needs: that the counts are right, and the offsets of its tails. */
    // StructTail.requireCount(ComponentPath.of(component, "name"), "nameLength", nameLength, name.length);
    // extraOffset = StructTail.end(OFFSET_NAME, name.length, 1, 1);
    static void addCounts(
            MethodSpec.Builder constructor, String path, List<ComponentCode> components, GeneratedNames names) {
        List<Tail> tails = Tail.of(components, names);
        for (Tail tail : tails) {
            CodeBlock pathOfTail = CodeBlock.of(
                    "$T.of($L, $S)", Library.COMPONENT_PATH, path, tail.length().componentName());
            tail.length()
                    .requireCount(pathOfTail, CodeBlock.of("$L", tail.variable()))
                    .ifPresent(constructor::addStatement);
        }
        for (int index = 1; index < tails.size(); index++) {
            TailLength length = tails.get(index).length();
            CodeBlock before = tails.get(index - 1).ofVariable();
            length.offsetVariable()
                    .ifPresent(offset -> constructor.addStatement("$L = $L", offset, length.endBefore(before)));
        }
    }

    // public long byteSize() {
    //     return StructTail.byteSize(TAIL_OFFSET, text.length, 1, BYTE_ALIGNMENT);
    MethodSpec byteSize() {
        List<Tail> inChecked = Tail.of(fromParameter(), names);
        Tail last = inChecked.getLast();
        return Library.override("byteSize")
                .returns(TypeName.LONG)
                .addStatement("return $L", last.length().structByteSize(last.ofVariable(), layout))
                .build();
    }

    private List<ComponentCode> fromParameter() {
        return ComponentCode.of(
                layout, names, Placement.fromParameter(names.model().settings().order()));
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
        MethodSpec.Builder method = Library.override("byteSizeAt")
                .returns(TypeName.LONG)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("$T.require($S, memory, byteOffset, BYTE_SIZE)", Library.STRUCT_RANGE, names.inMessages())
                .addCode(AtomicCheck.check(layout));
        List<ComponentCode> components = fromParameter();
        CodeBlock length = CodeBlock.of("length");
        TailLength last = null;
        for (Tail tail : Tail.of(components, names)) {
            CodeBlock before = length;
            TailLength there = tail.length();
            there.offsetVariable()
                    .ifPresent(offset -> method.addStatement("long $L = $L", offset, there.endBefore(before)));
            length = tails.size() == 1 ? length : CodeBlock.of("$LLength", there.componentName());
            method.addStatement("int $L = $L", length, there.load(components));
            last = there;
        }
        return method.addStatement(
                        "return $L", Objects.requireNonNull(last, "no tail").structByteSize(length, layout))
                .build();
    }

    // Checked checked = new Checked("p.Entry", value)
    private CodeBlock checked(String memory) {
        return CodeBlock.of("$L checked = $L", names.checked(), ViewChecks.checkedRecord(names, memory));
    }
}

package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Whole records to and from the memory, of structs of fixed size: in static methods, so that nothing needs a view, and by
 * accesses of the segment, which the JIT always inlines, however many components there are.
 */
public final class ViewCopies {
    /** Keeps the memory from being collected, and so closed, while its segment is used. */
    public static final CodeBlock FENCE = CodeBlock.of("$T.reachabilityFence(memory)", Reference.class);

    private final StructModel struct;
    private final StructLayout layout;
    private final GeneratedNames names;
    private final List<ComponentCode> components;
    private final String value;
    private final String segment;
    private final PlainParts parts;

    private ViewCopies(StructModel struct, StructLayout layout, GeneratedNames names) {
        this.struct = struct;
        this.layout = layout;
        this.names = names;
        this.components = ComponentCode.of(
                layout, names, Placement.fromParameter(struct.settings().order()));
        this.value = names.variableBesides("value");
        this.segment = names.variableBesides("segment");
        this.parts = PlainParts.of(components, names, value, segment);
    }

    static void addTo(TypeSpec.Builder view, StructModel struct, StructLayout layout, GeneratedNames names) {
        ViewCopies copies = new ViewCopies(struct, layout, names);
        view.addMethod(copies.read());
        view.addMethod(copies.write());
        copies.parts.addMethodsTo(view);
        view.addMethod(copy());
        addInstanceMethodsTo(view, names);
    }

    /** The methods of a view, by those that need none. */
    public static void addInstanceMethodsTo(TypeSpec.Builder view, GeneratedNames names) {
        view.addMethod(Library.override("read")
                .returns(names.struct())
                .addStatement("return read(memory, byteOffset())")
                .build());
        view.addMethod(Library.override("write")
                .addParameter(names.struct(), "value")
                .addStatement("write(memory, byteOffset(), value)")
                .build());
    }

    /** The head of the method that reads a struct of fixed size. */
    // public static Person read(Memory memory, long byteOffset) {
    public static MethodSpec.Builder readMethod(GeneratedNames names) {
        return MethodSpec.methodBuilder("read")
                .addJavadoc(
                        "Reads the struct at {@code byteOffset} of {@code memory} into a record, as {@link #read()} does.\n\n")
                .addJavadoc("@throws $T if it does not fit there\n", IndexOutOfBoundsException.class)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.struct())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addCode(LinkCode.check(names));
    }

    /** The head of the method that writes a struct of fixed size. */
    // public static void write(Memory memory, long byteOffset, Person value) {
    public static MethodSpec.Builder writeMethod(GeneratedNames names, String value) {
        return MethodSpec.methodBuilder("write")
                .addJavadoc(
                        "Stores {@code $L} at {@code byteOffset} of {@code memory}, as {@link #write($T)} does.\n\n",
                        value,
                        names.struct())
                .addJavadoc("@throws $T if it does not fit there\n", IndexOutOfBoundsException.class)
                .addJavadoc(ComponentCode.refusal("a component does not fit its storage type"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(names.struct(), value)
                .addCode(LinkCode.check(names));
    }

    // MemorySegment segment = memory.readable(byteOffset, BYTE_SIZE);
    // Person value = new Person(segment.get(LittleEndian.I32, byteOffset + OFFSET_ID), ...);
    // Reference.reachabilityFence(memory); return value;
    private MethodSpec read() {
        List<RecordCode.Argument> arguments = components.stream()
                .map(code -> new RecordCode.Argument(
                        code.component(),
                        code.recordType(),
                        names.variable(code.component()),
                        code.readFrom(CodeBlock.of("$L", segment))))
                .toList();
        MethodSpec.Builder read = readMethod(names)
                .addStatement("$T $L = memory.readable(byteOffset, BYTE_SIZE)", MemorySegment.class, segment)
                .addCode(AtomicCheck.check(layout));
        new RecordCode(struct, names, arguments).addTo(read, FENCE);
        return read.build();
    }

    // ComponentValue.require("p.Person", value);
    // byte[] name = FixedString.encode("p.Person#name", value.name(), LENGTH_NAME);
    // MemorySegment segment = memory.writable(byteOffset, BYTE_SIZE);
    // segment.set(LittleEndian.I32, byteOffset + OFFSET_ID, value.id());
    private MethodSpec write() {
        MethodSpec.Builder write = writeMethod(names, value)
                .addStatement("$T.require($S, $L)", Library.COMPONENT_VALUE, names.inMessages(), value);
        write.addComment("Every accessor is called and every value checked before the first store.");
        List<ComponentCode> others =
                components.stream().filter(code -> !parts.contain(code)).toList();
        parts.addCallsTo(write);
        others.forEach(code -> addCheck(write, code));
        for (ComponentCode code : components) {
            code.requireIn(CodeBlock.of("$L", variable(code))).ifPresent(write::addStatement);
        }
        write.addStatement("$T $L = memory.writable(byteOffset, BYTE_SIZE)", MemorySegment.class, segment)
                .addCode(AtomicCheck.check(layout));
        parts.addStoresTo(write);
        others.forEach(code -> addStore(write, code));
        return write.addStatement(FENCE).build();
    }

    // var _ = value.id();
    // byte[] name = FixedString.encode("p.Person#name", value.name(), LENGTH_NAME);
    private void addCheck(MethodSpec.Builder write, ComponentCode code) {
        if (code.refuses()) {
            write.addStatement(
                    "$T $L = $L", code.checkedType(), variable(code), code.check(code.name(), code.valueIn(value)));
        } else {
            write.addStatement("var _ = $L", code.valueIn(value));
        }
    }

    // segment.set(LittleEndian.I32, byteOffset + OFFSET_ID, value.id());
    // memory.storeBytes(byteOffset + OFFSET_NAME, name);
    private void addStore(MethodSpec.Builder write, ComponentCode code) {
        CodeBlock stored = code.refuses() ? CodeBlock.of("$L", variable(code)) : code.valueIn(value);
        code.storesTo(CodeBlock.of("$L", segment), stored).forEach(write::addStatement);
    }

    /**
     * The method that copies the bytes of a struct, in each view: in shared code the JIT would have to provide for all kinds
     * of memory (decision 0022).
     */
    // static void copy(Memory source, long sourceOffset, Memory target, long targetOffset) {
    //     MemorySegment from = source.readable(sourceOffset, BYTE_SIZE); ...
    //     MemorySegment.copy(from, sourceOffset, to, targetOffset, BYTE_SIZE); ...
    public static MethodSpec copy() {
        return MethodSpec.methodBuilder("copy")
                .addJavadoc("Copies the bytes of a struct, its padding included; the two may overlap.\n")
                .addModifiers(Modifier.STATIC)
                .addParameter(Library.MEMORY, "source")
                .addParameter(TypeName.LONG, "sourceOffset")
                .addParameter(Library.MEMORY, "target")
                .addParameter(TypeName.LONG, "targetOffset")
                .addStatement("$T from = source.readable(sourceOffset, BYTE_SIZE)", MemorySegment.class)
                .addStatement("$T to = target.writable(targetOffset, BYTE_SIZE)", MemorySegment.class)
                .addStatement("$T.copy(from, sourceOffset, to, targetOffset, BYTE_SIZE)", MemorySegment.class)
                .addStatement("$T.reachabilityFence(source)", Reference.class)
                .addStatement("$T.reachabilityFence(target)", Reference.class)
                .build();
    }

    private String variable(ComponentCode code) {
        return names.variable(code.component());
    }
}

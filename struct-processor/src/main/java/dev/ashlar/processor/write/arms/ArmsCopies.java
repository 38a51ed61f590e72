package dev.ashlar.processor.write.arms;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.processor.write.view.AtomicCheck;
import dev.ashlar.processor.write.view.RecordCode;
import dev.ashlar.processor.write.view.ViewChecks;
import dev.ashlar.processor.write.view.ViewCopies;
import java.lang.foreign.MemorySegment;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Whole records of arms to and from the memory: every arm is read that the bytes are stored for, and those that the record
 * holds are stored.
 */
final class ArmsCopies {
    private final StructModel struct;
    private final StructLayout layout;
    private final GeneratedNames names;
    private final List<ComponentCode> arms;
    private final String segment;

    private ArmsCopies(StructModel struct, StructLayout layout, GeneratedNames names) {
        this.struct = struct;
        this.layout = layout;
        this.names = names;
        this.arms = ComponentCode.of(
                layout, names, Placement.fromParameter(struct.settings().order()));
        this.segment = names.variableBesides("segment");
    }

    static void addTo(TypeSpec.Builder view, StructModel struct, StructLayout layout, GeneratedNames names) {
        ArmsCopies copies = new ArmsCopies(struct, layout, names);
        view.addMethod(copies.read());
        copies.arms.stream()
                .filter(arm -> !arm.component().isExact())
                .map(copies::ifHeld)
                .forEach(view::addMethod);
        view.addMethod(copies.write());
        view.addMethod(ViewCopies.copy());
        ViewCopies.addInstanceMethodsTo(view, names);
    }

    // MemorySegment segment = memory.readable(byteOffset, BYTE_SIZE);
    // Value value = new Value(Float.valueOf(segment.get(LittleEndian.F32, byteOffset + OFFSET_F)), ...);
    // Reference.reachabilityFence(memory); return value;
    private MethodSpec read() {
        List<RecordCode.Argument> arguments = arms.stream()
                .map(arm -> new RecordCode.Argument(
                        arm.component(),
                        arm.recordType().box(),
                        names.variable(arm.component()),
                        arm.component().isExact()
                                ? boxed(arm.recordType(), arm.readFrom(CodeBlock.of("$L", segment)))
                                : CodeBlock.of("$L(memory, byteOffset)", ifHeldName(arm))))
                .toList();
        MethodSpec.Builder read = ViewCopies.readMethod(names)
                .addStatement("$T $L = memory.readable(byteOffset, BYTE_SIZE)", MemorySegment.class, segment)
                .addCode(AtomicCheck.check(layout));
        new RecordCode(struct, names, arguments).addTo(read, ViewCopies.FENCE);
        return read.build();
    }

    /** Another arm may have been stored, so that the bytes are the number of no constant, or not those of any text. */
    // private static Colour colourIfHeld(Memory memory, long byteOffset) {
    //     MemorySegment segment = memory.readable(byteOffset, BYTE_SIZE);
    //     try { Colour colour = NUMBERS_OF_COLOUR.constant(...);
    //         Checked checked = new Checked("p.Value", new Value((Float) null, colour));
    //         return checked.isHeldBy(memory, byteOffset, BYTE_SIZE, 1, 4) ? colour : null;
    //     } catch (RuntimeException unreadable) { memory.checkRange(byteOffset, BYTE_SIZE); return null; }
    private MethodSpec ifHeld(ComponentCode arm) {
        TypeName type = arm.recordType().box();
        String held = names.variable(arm.component());
        String checked = names.variableBesides("checked");
        return MethodSpec.methodBuilder(ifHeldName(arm))
                .addJavadoc("Returns the arm, or null if storing it would change bytes that others have too.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type.annotated(Library.NULLABLE))
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("$T $L = memory.readable(byteOffset, BYTE_SIZE)", MemorySegment.class, segment)
                .beginControlFlow("try")
                .addStatement(
                        "$T $L = $L", type, held, boxed(arm.recordType(), arm.readFrom(CodeBlock.of("$L", segment))))
                .addStatement(
                        "$1L $2L = new $1L($3S, new $4T($5L))",
                        names.checked(),
                        checked,
                        names.inMessages(),
                        names.struct(),
                        only(arm, held))
                .addStatement(
                        "return $L.isHeldBy(memory, byteOffset, BYTE_SIZE, $L, $L)$W? $L$W: null",
                        checked,
                        arms.indexOf(arm),
                        endOfOthers(arm),
                        held)
                .nextControlFlow("catch ($T unreadable)", RuntimeException.class)
                .addComment("Unless that is because the memory is gone.")
                .addStatement("memory.checkRange(byteOffset, BYTE_SIZE)")
                .addStatement("return null")
                .endControlFlow()
                .build();
    }

    /** The end of all other arms: a change behind it takes no byte from them. */
    private long endOfOthers(ComponentCode arm) {
        return layout.components().stream()
                .filter(placed -> !placed.name().equals(arm.component().name()))
                .mapToLong(PlacedComponent::end)
                .max()
                .orElse(0);
    }

    // (Float) null, colour
    private CodeBlock only(ComponentCode arm, String held) {
        return arms.stream()
                .map(each -> each.equals(arm)
                        ? CodeBlock.of("$L", held)
                        : CodeBlock.of("($T) null", each.recordType().box()))
                .collect(CodeBlock.joining(",$W"));
    }

    private String ifHeldName(ComponentCode arm) {
        return names.accessor(arm.component(), "IfHeld");
    }

    private static CodeBlock boxed(TypeName type, CodeBlock value) {
        return type.isPrimitive() ? CodeBlock.of("$T.valueOf($L)", type.box(), value) : value;
    }

    // new Checked("p.Value", value).storeAt(memory, byteOffset);
    private MethodSpec write() {
        return ViewCopies.writeMethod(names, "value")
                .addJavadoc(ComponentCode.refusal("the arms that the record holds give a byte different values"))
                .addStatement("$T checked = $L", Library.CHECKED_STRUCT, ViewChecks.checkedRecord(names, "memory"))
                .addStatement("memory.checkRange(byteOffset, BYTE_SIZE)")
                .addCode(AtomicCheck.check(layout))
                .addStatement("checked.storeAt(memory, byteOffset)")
                .build();
    }
}

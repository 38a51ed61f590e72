package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.component.Stored;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * {@code equals}, {@code hashCode} and {@code toString} by contents, component by component as records have them.
 *
 * <p>The first two load the segment of a handle once and read it by accesses that the JIT always inlines, as {@link
 * ViewCopies} does. In views of fixed size they are static methods, so that nothing needs the views.
 */
public final class ViewIdentity {
    /** The most operands of one chain of operators. */
    private static final int GROUP = 64;

    private final GeneratedNames names;
    private final List<ComponentCode> components;
    private final Compared mine;
    private final Compared theirs;

    private ViewIdentity(GeneratedNames names, List<ComponentCode> components, Compared mine, Compared theirs) {
        this.names = names;
        this.components = components;
        this.mine = mine;
        this.theirs = theirs;
    }

    /**
     * One of the two structs that are compared.
     *
     * @param stored how its contents are read
     * @param readable an expression for its segment, which is checked
     */
    public record Compared(Stored stored, CodeBlock readable) {
        // MemorySegment segment = memory.readable(byteOffset, BYTE_SIZE)
        // MemorySegment thatSegment = thatMemory.readable(thatOffset, BYTE_SIZE)
        private CodeBlock declaration() {
            return CodeBlock.of("$T $L = $L", MemorySegment.class, stored.segment(), readable);
        }

        // Reference.reachabilityFence(memory)
        // Reference.reachabilityFence(thatMemory)
        private CodeBlock fence() {
            return CodeBlock.of("$T.reachabilityFence($L)", Reference.class, stored.memory());
        }
    }

    static void addTo(TypeSpec.Builder view, StructModel struct, GeneratedNames names, List<ComponentCode> components) {
        StructOrder order = struct.settings().order();
        if (struct.hasTail()) {
            addTo(
                    view,
                    struct,
                    names,
                    components,
                    inInstance(names, "", Placement.inView(order)),
                    inInstance(names, "that.", Placement.inOtherView(order)));
            return;
        }
        ViewIdentity identity = new ViewIdentity(
                names,
                components,
                byParameters(names, "memory", "byteOffset", "segment", Placement.fromParameter(order)),
                byParameters(names, "thatMemory", "thatOffset", "thatSegment", Placement.fromOtherParameter(order)));
        view.addMethod(identity.equalsByParameters());
        view.addMethod(identity.equalByParameters());
        view.addMethod(identity.hashCodeByParameters());
        view.addMethod(identity.hashByParameters());
        view.addMethod(toStringMethod(struct, components));
    }

    /** Adds the methods of a class whose instances alone know where their components lie. */
    public static void addTo(
            TypeSpec.Builder type,
            StructModel struct,
            GeneratedNames names,
            List<ComponentCode> components,
            Compared mine,
            Compared theirs) {
        ViewIdentity identity = new ViewIdentity(names, components, mine, theirs);
        type.addMethod(identity.equalsMethod());
        type.addMethod(identity.hashCodeMethod());
        type.addMethod(toStringMethod(struct, components));
    }

    private static Compared inInstance(GeneratedNames names, String owner, Placement placement) {
        String segment = names.variableBesides(owner.isEmpty() ? "segment" : "thatSegment");
        return new Compared(
                new Stored(
                        CodeBlock.of(owner), CodeBlock.of("$Lmemory", owner), CodeBlock.of("$L", segment), placement),
                CodeBlock.of("$Lmemory.readable($L, BYTE_SIZE)", owner, placement.start()));
    }

    private static Compared byParameters(
            GeneratedNames names, String memory, String offset, String segment, Placement placement) {
        return new Compared(
                new Stored(
                        CodeBlock.of("new $T($L, $L).", names.view(), memory, offset),
                        CodeBlock.of("$L", memory),
                        CodeBlock.of("$L", names.variableBesides(segment)),
                        placement),
                CodeBlock.of("$L.readable($L, BYTE_SIZE)", memory, offset));
    }

    // return other instanceof PersonView that
    //         && equal(memory, byteOffset(), that.memory, that.byteOffset());
    private MethodSpec equalsByParameters() {
        return equalsHead()
                .addStatement(
                        "return other instanceof $T that$W&& equal(memory, byteOffset(), that.memory, that.byteOffset())",
                        names.view())
                .build();
    }

    // static boolean equal(Memory memory, long byteOffset, Memory thatMemory, long thatOffset) {
    //     MemorySegment segment = memory.readable(byteOffset, BYTE_SIZE); ...
    private MethodSpec equalByParameters() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("equal")
                .addJavadoc("Returns whether two structs are equal, as their views are.\n")
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(Library.MEMORY, "thatMemory")
                .addParameter(TypeName.LONG, "thatOffset");
        addComparison(method);
        return method.build();
    }

    // if (!(other instanceof EntryView that)) { return false; }
    // MemorySegment segment = memory.readable(byteOffset(), BYTE_SIZE); ...
    private MethodSpec equalsMethod() {
        MethodSpec.Builder method = equalsHead()
                .beginControlFlow("if (!(other instanceof $T that))", names.view())
                .addStatement("return false")
                .endControlFlow();
        addComparison(method);
        return method.build();
    }

    private MethodSpec.Builder equalsHead() {
        return Library.override("equals").returns(TypeName.BOOLEAN).addParameter(names.other(), "other");
    }

    // MemorySegment segment = memory.readable(byteOffset, BYTE_SIZE); ...
    // boolean isEqual = segment.get(LittleEndian.I32, byteOffset + OFFSET_ID) == thatSegment.get(...) && ...;
    // Reference.reachabilityFence(memory); Reference.reachabilityFence(thatMemory); return isEqual;
    private void addComparison(MethodSpec.Builder method) {
        String isEqual = names.variableBesides("isEqual");
        List<CodeBlock> groups = new ArrayList<>();
        for (List<ComponentCode> group : ComponentGroups.of(components, GROUP)) {
            CodeBlock equal = group.stream()
                    .map(code -> code.equal(mine.stored(), theirs.stored()))
                    .collect(CodeBlock.joining("\n&& "));
            groups.add(components.size() <= GROUP ? equal : CodeBlock.of("($L)", equal));
        }
        method.addStatement(mine.declaration())
                .addStatement(theirs.declaration())
                .addStatement("boolean $L = $L", isEqual, CodeBlock.join(groups, "\n&& "))
                .addStatement(mine.fence())
                .addStatement(theirs.fence())
                .addStatement("return $L", isEqual);
    }

    // return hash(memory, byteOffset());
    private MethodSpec hashCodeByParameters() {
        return Library.override("hashCode")
                .returns(TypeName.INT)
                .addStatement("return hash(memory, byteOffset())")
                .build();
    }

    // static int hash(Memory memory, long byteOffset) {
    //     MemorySegment segment = memory.readable(byteOffset, BYTE_SIZE); ...
    private MethodSpec hashByParameters() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("hash")
                .addJavadoc("Returns the hash code of a struct, which is that of its views.\n")
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset");
        addHash(method);
        return method.build();
    }

    // MemorySegment segment = memory.readable(byteOffset(), BYTE_SIZE); ...
    private MethodSpec hashCodeMethod() {
        MethodSpec.Builder method = Library.override("hashCode").returns(TypeName.INT);
        addHash(method);
        return method.build();
    }

    // int hash = Integer.hashCode(segment.get(LittleEndian.I32, byteOffset + OFFSET_ID));
    // hash = 31 * hash + Double.hashCode(segment.get(LittleEndian.F64, byteOffset + OFFSET_HEIGHT)); ...
    private void addHash(MethodSpec.Builder method) {
        String hash = names.variableBesides("hash");
        method.addStatement(mine.declaration())
                .addStatement("int $L = $L", hash, components.getFirst().hash(mine.stored()));
        for (ComponentCode component : components.subList(1, components.size())) {
            method.addStatement("$1L = 31 * $1L + $2L", hash, component.hash(mine.stored()));
        }
        method.addStatement(mine.fence()).addStatement("return $L", hash);
    }

    // try { return "Person[id=" + id() + ", height=" + height() + "]";
    // } catch (Exception failure) { return StructRange.unreadable("Person", memory, failure); }
    public static MethodSpec toStringMethod(StructModel struct, List<ComponentCode> components) {
        CodeBlock.Builder text = CodeBlock.builder();
        String before = struct.name().simpleName() + "[";
        for (List<ComponentCode> group : ComponentGroups.of(components, GROUP)) {
            List<CodeBlock> texts = new ArrayList<>();
            for (ComponentCode component : group) {
                texts.add(CodeBlock.of("$S + $L", before + component.component().name() + "=", component.text()));
                before = ", ";
            }
            text.add(components.size() <= GROUP ? "$L\n+ " : "($L)\n+ ", CodeBlock.join(texts, "\n+ "));
        }
        return Library.override("toString")
                .returns(String.class)
                .beginControlFlow("try")
                .addStatement("return $L$S", text.build(), "]")
                .nextControlFlow("catch ($T failure)", Exception.class)
                .addStatement(
                        "return $T.unreadable($S, memory, failure)",
                        Library.STRUCT_RANGE,
                        struct.name().simpleName())
                .endControlFlow()
                .build();
    }
}

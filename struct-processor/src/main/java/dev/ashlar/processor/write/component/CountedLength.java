package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The length of a tail that another component of the struct holds. The tail may lie behind others of this kind. */
final class CountedLength extends TailLength {
    private final TailModel tail;
    private final ComponentModel count;
    private final Optional<CountedLength> before;

    CountedLength(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize,
            TailModel tail) {
        super(component, names, placement, counted, elementByteSize);
        this.tail = tail;
        this.count = names.model().components().stream()
                .filter(each -> each.name().equals(tail.count()))
                .findFirst()
                .orElseThrow();
        this.before = names.model().tailBefore(component).map(each -> of(each, names, placement));
    }

    private static CountedLength of(ComponentModel component, GeneratedNames names, Placement placement) {
        ComponentType.Tail type = (ComponentType.Tail) component.storedType();
        return new CountedLength(component, names, placement, "", byteSize(type), type.tail());
    }

    // 1
    // 4
    // PointView.BYTE_SIZE
    private static CodeBlock byteSize(ComponentType.Tail type) {
        return switch (type.elementType()) {
            case ComponentType.Scalar scalar ->
                CodeBlock.of("$L", scalar.storageType().byteSize());
            case ComponentType.Nested nested ->
                CodeBlock.of("$T.BYTE_SIZE", Names.view(nested.struct().name()));
            default -> CodeBlock.of("1");
        };
    }

    // byteOffset() + OFFSET_NAME
    // byteOffset() + extraOffset()
    @Override
    CodeBlock start(Placement where) {
        return before.isEmpty() ? where.of(component) : CodeBlock.of("$L + $L", where.start(), offset(where));
    }

    // OFFSET_NAME
    // extraOffset()
    @Override
    CodeBlock offset(Placement where) {
        return before.isEmpty()
                ? CodeBlock.of("$L", names.offset(component))
                : where.computed(names.tailOffset(component));
    }

    /** Returns whether the component that counts, or another one, has the name that the method for users would have. */
    private boolean isHidden() {
        return names.tailLength(component).endsWith("_");
    }

    @Override
    String accessor() {
        return isHidden() ? names.checkedLength(component) : names.tailLength(component);
    }

    // private int nameLengthChecked() {
    //     return StructTail.counted("p.ZipEntry#name", memory, nameLength(), byteOffset() + OFFSET_NAME, 1);
    @Override
    public List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        CodeBlock load = load(names.get(count));
        methods.add(
                isHidden()
                        ? MethodSpec.methodBuilder(accessor())
                                .addModifiers(Modifier.PRIVATE)
                                .returns(TypeName.INT)
                                .addStatement("return $L", load)
                                .build()
                        : lengthMethod(load));
        before.ifPresent(each -> methods.add(offsetMethod(each)));
        return methods;
    }

    /** An offset from the start of the struct. */
    // private long extraOffset() {
    //     return StructTail.end(OFFSET_NAME, nameLengthChecked(), 1, 1);
    private MethodSpec offsetMethod(CountedLength previous) {
        return MethodSpec.methodBuilder(names.tailOffset(component))
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addStatement("return $L", endBefore(previous.of("")))
                .build();
    }

    @Override
    public CodeBlock load(List<ComponentCode> components) {
        return components.stream()
                .filter(code -> code.component().name().equals(count.name()))
                .findFirst()
                .map(code -> load(code.load()))
                .orElseThrow();
    }

    // StructTail.counted("p.ZipEntry#name", memory, nameLength(), byteOffset() + OFFSET_NAME, 1)
    // StructTail.countedInBytes("p.Track#xs", memory, memory.loadU16(byteOffset + OFFSET_BYTES), byteOffset +
    // OFFSET_XS, 4)
    private CodeBlock load(CodeBlock number) {
        return CodeBlock.of(
                "$T.$L($L, memory, $L, $L, $L)",
                Library.STRUCT_TAIL,
                tail.isInBytes() ? "countedInBytes" : "counted",
                name(),
                number,
                start(),
                elementByteSize);
    }

    @Override
    public List<CodeBlock> storeNew(CodeBlock checked, CodeBlock elements) {
        return List.of(elements);
    }

    // StructTail.requireCount(ComponentPath.of(component, "name"), "nameLength", nameLength, name.length)
    // StructTail.requireCount(ComponentPath.of(component, "xs"), "byteLength", byteLength, xs.length * 4L)
    @Override
    public Optional<CodeBlock> requireCount(CodeBlock path, CodeBlock checked) {
        CodeBlock number = tail.isInBytes()
                ? CodeBlock.of("(long) $L.length * $L", checked, elementByteSize)
                : CodeBlock.of("$L.length", checked);
        return Optional.of(CodeBlock.of(
                "$T.requireCount($L, $S, $L, $L)",
                Library.STRUCT_TAIL,
                path,
                count.name(),
                names.variable(count),
                number));
    }

    @Override
    public Optional<String> offsetVariable() {
        return before.map(_ -> names.tailOffset(component));
    }

    // StructTail.end(OFFSET_NAME, name.length, 1, 1)
    // StructTail.end(extraOffset, extraLength, 1, 4)
    @Override
    public CodeBlock endBefore(CodeBlock length) {
        CountedLength previous = before.orElseThrow();
        return CodeBlock.of(
                "$T.end($L, $L, $L, $L)",
                Library.STRUCT_TAIL,
                previous.offset(placement),
                length,
                previous.elementByteSize,
                previous.pad());
    }

    @Override
    long pad() {
        return tail.pad();
    }
}

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

/** The length of a tail that is stored without a number before it. It may lie behind others that a component counts. */
abstract sealed class BareLength extends TailLength permits CountedLength, EndLength {
    final TailModel tail;
    private final Optional<CountedLength> before;

    BareLength(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize,
            TailModel tail) {
        super(component, names, placement, counted, elementByteSize);
        this.tail = tail;
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
    final CodeBlock start(Placement where) {
        return isFirst() ? where.of(component) : CodeBlock.of("$L + $L", where.start(), offset(where));
    }

    // OFFSET_NAME
    // extraOffset()
    @Override
    final CodeBlock offset(Placement where) {
        return isFirst() ? CodeBlock.of("$L", names.offset(component)) : where.computed(names.tailOffset(component));
    }

    /** Returns whether a component has the name that the method for users would have. */
    private boolean isHidden() {
        return names.tailLength(component).endsWith("_");
    }

    @Override
    final String accessor() {
        return isHidden() ? names.checkedLength(component) : names.tailLength(component);
    }

    /** An expression for the length, in a view. */
    abstract CodeBlock loadInView();

    // private int nameLengthChecked() {
    //     return StructTail.counted("p.ZipEntry#name", memory, nameLength(), byteOffset() + OFFSET_NAME, 1);
    @Override
    public final List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(
                isHidden()
                        ? MethodSpec.methodBuilder(accessor())
                                .addModifiers(Modifier.PRIVATE)
                                .returns(TypeName.INT)
                                .addStatement("return $L", loadInView())
                                .build()
                        : lengthMethod(loadInView()));
        before.ifPresent(each -> methods.add(offsetMethod(each)));
        return methods;
    }

    /** An offset from the start of the struct, for which the tails before are gone through once. */
    // private long extraOffset() {
    //     return StructTail.end(OFFSET_NAME, nameLengthChecked(), 1, 1);
    // private long commentOffset() {
    //     long start = extraOffset();
    //     int length = StructTail.counted("p.ZipEntry#extra", memory, extraLength(), byteOffset() + start, 1);
    //     return StructTail.end(start, length, 1, 1);
    private MethodSpec offsetMethod(CountedLength previous) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(names.tailOffset(component))
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG);
        if (previous.isFirst()) {
            return method.addStatement("return $L", endBefore(previous.of(""))).build();
        }
        CodeBlock start = CodeBlock.of("start");
        CodeBlock length = CodeBlock.of("length");
        return method.addStatement("long $L = $L", start, previous.offset(placement))
                .addStatement(
                        "int $L = $L", length, previous.loadInView(CodeBlock.of("$L + $L", placement.start(), start)))
                .addStatement("return $L", endOf(previous, start, length))
                .build();
    }

    /** Returns whether no tail lies before it, so that its offset is the same in all structs. */
    final boolean isFirst() {
        return before.isEmpty();
    }

    @Override
    public final List<CodeBlock> storeNew(CodeBlock checked, CodeBlock elements) {
        return List.of(elements);
    }

    @Override
    public final Optional<String> offsetVariable() {
        return before.map(_ -> names.tailOffset(component));
    }

    // StructTail.end(OFFSET_NAME, name.length, 1, 1)
    // StructTail.end(extraOffset, extraLength, 1, 4)
    @Override
    public final CodeBlock endBefore(CodeBlock length) {
        CountedLength previous = before.orElseThrow();
        return endOf(previous, previous.offset(placement), length);
    }

    private static CodeBlock endOf(CountedLength tail, CodeBlock offset, CodeBlock length) {
        return CodeBlock.of(
                "$T.end($L, $L, $L, $L)", Library.STRUCT_TAIL, offset, length, tail.elementByteSize, tail.pad());
    }

    @Override
    final long pad() {
        return tail.pad();
    }
}

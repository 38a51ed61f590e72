package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The length of a tail, which differs from struct to struct. */
public abstract sealed class TailLength implements ArrayLength permits StoredLength, BareLength {
    final ComponentModel component;
    final GeneratedNames names;
    final Placement placement;
    final CodeBlock elementByteSize;
    private final String counted;

    /**
     * @param counted the elements, in words
     * @param elementByteSize an expression for the size of one element in bytes
     */
    TailLength(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize) {
        this.component = component;
        this.names = names;
        this.placement = placement;
        this.counted = counted;
        this.elementByteSize = elementByteSize;
    }

    /** The length of a tail, wherever it is stored. */
    static TailLength of(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize) {
        ComponentType.Tail type = (ComponentType.Tail) component.storedType();
        TailModel tail = type.tail();
        if (tail.toEnd()) {
            return new EndLength(component, names, placement, counted, elementByteSize, tail);
        }
        return tail.count() == null
                ? new StoredLength(component, names, placement, counted, elementByteSize)
                : new CountedLength(component, names, placement, counted, elementByteSize, tail);
    }

    /** The name of the tail in the record. */
    public final String componentName() {
        return component.name();
    }

    /** An expression for where the elements start in the handle. */
    abstract CodeBlock start(Placement where);

    /** An expression for where the elements start, in bytes from the start of the struct. */
    abstract CodeBlock offset(Placement where);

    @Override
    public final CodeBlock start() {
        return start(placement);
    }

    // samplesLength()
    // that.samplesLength()
    @Override
    public final CodeBlock of(String owner) {
        return CodeBlock.of("$L$L()", owner, accessor());
    }

    /** The name of the method that returns the length. */
    abstract String accessor();

    // public int samplesLength() {
    //     return StructTail.length("p.Track#samples", memory, memory.loadI32(byteOffset() + OFFSET_SAMPLES), ...);
    final MethodSpec lengthMethod(CodeBlock load) {
        return MethodSpec.methodBuilder(accessor())
                .addJavadoc("Returns the length of the tail in $L.\n\n", counted)
                .addJavadoc("@throws $T if the number that is stored is impossible\n", IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $L", load)
                .build();
    }

    /**
     * An expression for the length that is stored, after a check.
     *
     * @param components all components of the struct
     */
    public abstract CodeBlock load(List<ComponentCode> components);

    @Override
    public final Optional<CodeBlock> ofNew() {
        return Optional.empty();
    }

    @Override
    public final String refusal() {
        return "it does not have as many elements as the tail";
    }

    @Override
    public final Optional<TailLength> tail() {
        return Optional.of(this);
    }

    // StructTail.requireLength("p.Track#samples", checked.samples.length, samplesLength())
    // StructTail.requireLength("p.Entry#text", checked.text.length, textLength())
    public final CodeBlock require(CodeBlock checked) {
        return CodeBlock.of("$T.requireLength($L, $L.length, $L)", Library.STRUCT_TAIL, name(), checked, of(""));
    }

    /** A statement that refuses a record whose component counts another number of elements; empty without such a component. */
    public Optional<CodeBlock> requireCount(CodeBlock path, CodeBlock checked) {
        return Optional.empty();
    }

    /** The variable that has its offset, where there is no view; empty for a tail whose offset is the same in all structs. */
    public abstract Optional<String> offsetVariable();

    /** An expression for that offset, by the length of the tail before it. */
    public abstract CodeBlock endBefore(CodeBlock length);

    /** The size of a struct whose last tail is this one. */
    // StructTail.byteSize(TAIL_OFFSET, samples.length, 4, BYTE_ALIGNMENT)
    // StructTail.byteSize(TAIL_OFFSET, length, 4, BYTE_ALIGNMENT)
    public final CodeBlock structByteSize(CodeBlock length, StructLayout layout) {
        return CodeBlock.of(
                "$T.byteSize($L, $L, $L, $L)",
                Library.STRUCT_TAIL,
                offset(placement),
                length,
                elementByteSize,
                rounding(layout));
    }

    /** The multiple up to which the size of the struct is rounded. */
    String rounding(StructLayout layout) {
        return pad() > layout.byteAlignment() ? Long.toString(pad()) : "BYTE_ALIGNMENT";
    }

    /** The multiple up to which its end is rounded, in bytes. */
    abstract long pad();

    final CodeBlock name() {
        return CodeBlock.of("$S", names.inMessages(component));
    }
}

package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * A component that is an array, of fixed length or as the tail of its struct: its elements by index, and all of them to
 * and from the heap.
 */
abstract class ArrayComponent extends ComponentCode {
    final TypeName elementType;
    final CodeBlock elementByteSize;
    final ArrayLength length;

    /**
     * @param elementByteSize an expression for the size of one element in bytes
     */
    ArrayComponent(
            PlacedComponent placed,
            TypeName elementType,
            CodeBlock elementByteSize,
            GeneratedNames names,
            Placement placement) {
        super(placed, names, placement);
        this.elementType = elementType;
        this.elementByteSize = elementByteSize;
        this.length = placed.type() instanceof ComponentType.FixedArray array
                ? new FixedLength(placement.of(component()), names.length(component()), array.length())
                : TailLength.of(component(), names, placement, "elements", elementByteSize);
    }

    @Override
    public final void addAccessors(TypeSpec.Builder view) {
        if (!names.isOfStoredForms()) {
            length.methods().forEach(view::addMethod);
        }
        addElements(view);
    }

    /** Adds the methods by which users reach the elements. */
    abstract void addElements(TypeSpec.Builder view);

    /** The type of what the accessor of one element returns: that of the elements, or a view of it. */
    TypeName accessedType() {
        return elementType;
    }

    /** An expression for the element at {@code index}, as its accessor returns it. */
    abstract CodeBlock loadElement();

    /** An expression for one element that the record holds, ready to be stored by {@link #storeElement}. */
    abstract CodeBlock checkElement(CodeBlock path, CodeBlock value);

    /** A statement that stores what was checked at {@code index}. */
    abstract CodeBlock storeElement(CodeBlock checked);

    /** The type of what {@link #checkElement} makes, an element of {@link #checkedType()}. */
    CodeBlock inArray(CodeBlock checked) {
        return checked;
    }

    /** A statement that makes all bytes of the element at {@code index} zero. */
    abstract CodeBlock zeroElement();

    /** The methods of its class that the code about one element calls. */
    List<MethodSpec> elementHelpers() {
        return List.of();
    }

    /** Private methods of the view that {@link #compared} calls. */
    List<MethodSpec> comparedHelpers() {
        return List.of();
    }

    /** The type of what equality compares of one element. */
    TypeName comparedType() {
        return accessedType();
    }

    /**
     * An expression for what equality compares of the element at {@code index}.
     *
     * @param owner the view whose element it is, with its dot; empty for the one that the code stands in
     */
    // levels(index)
    // that.stampsNanos(index)
    CodeBlock compared(String owner) {
        return owner.isEmpty()
                ? names.call(component(), CodeBlock.of("index"))
                : CodeBlock.of("$L$L(index)", owner, accessor());
    }

    /** An expression for the element at {@code index} as text. */
    CodeBlock elementText() {
        return CodeBlock.of("$T.valueOf($L)", String.class, names.call(component(), CodeBlock.of("index")));
    }

    /**
     * As {@link #check(CodeBlock, CodeBlock)}.
     *
     * @param required the length that {@code value} must have; empty if any will do
     */
    public abstract CodeBlock check(CodeBlock path, CodeBlock value, Optional<CodeBlock> required);

    @Override
    public final CodeBlock check(CodeBlock path, CodeBlock value) {
        return check(path, value, length.ofNew());
    }

    /** Checks elements that are to replace those in memory. */
    private CodeBlock checkReplacement(CodeBlock path, CodeBlock value) {
        return check(path, value, Optional.of(length()));
    }

    @Override
    public final List<CodeBlock> storeNew(CodeBlock checked) {
        return length.storeNew(checked, store(checked));
    }

    @Override
    public final TypeName recordType() {
        return ArrayTypeName.of(elementType);
    }

    @Override
    public final Optional<TailLength> tail() {
        return length.tail();
    }

    @Override
    final CodeBlock place() {
        return length.start();
    }

    // public int[] xsTo(int[] target) {
    //     return PrimitiveElements.load(memory, byteOffset() + OFFSET_XS, requireLength("xs", target,
    // LENGTH_XS), ...);
    final void addCopies(TypeSpec.Builder view, CodeBlock load) {
        view.addMethod(MethodSpec.methodBuilder(accessor() + "To")
                .addJavadoc("Copies all elements into {@code target} and returns it.\n\n")
                .addJavadoc(refusal(length.refusal()))
                .addModifiers(Modifier.PUBLIC)
                .returns(ArrayTypeName.of(elementType))
                .addParameter(ArrayTypeName.of(elementType), "target")
                .addCode(load)
                .build());
        view.addMethod(MethodSpec.methodBuilder(accessor() + "From")
                .addJavadoc("Stores all elements of {@code source}, or none if one of them is refused.\n\n")
                .addJavadoc(refusal(length.refusal()))
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view())
                .addParameter(ArrayTypeName.of(elementType), "source")
                .addStatement(store(inMemory(checkReplacement(name(), CodeBlock.of("source")))))
                .addStatement("return this")
                .build());
    }

    /** An expression for checked elements that refuses references which are not of {@code memory}. */
    CodeBlock inMemory(CodeBlock checked) {
        return checked;
    }

    // public int xs(long index) {
    // public LineView xs(long index, int value) {
    final MethodSpec.Builder byIndex(TypeName returned, TypeName index) {
        return MethodSpec.methodBuilder(accessor())
                .addModifiers(Modifier.PUBLIC)
                .returns(returned)
                .addParameter(index, "index");
    }

    /** Java would widen the index by itself; Kotlin does not. */
    // public int xs(int index) {
    //     return xs((long) index);
    final MethodSpec byIntIndex(TypeName returned) {
        return byIndex(returned, TypeName.INT)
                .addStatement("return $L", names.call(component(), CodeBlock.of("(long) index")))
                .build();
    }

    /**
     * The methods that read and write one value by its index.
     *
     * @param load an expression for the value at {@code index}
     * @param store a statement that stores {@code value} there
     */
    // public int xs(long index) { return memory.loadI32(StructRange.ofElement(...)); }
    // public LineView xs(long index, int value) { memory.storeI32(StructRange.ofElement(...), value); return this; }
    final void addElementAccessors(TypeSpec.Builder view, CodeBlock load, CodeBlock store) {
        view.addMethod(byIntIndex(elementType));
        view.addMethod(byIndex(elementType, TypeName.LONG)
                .addStatement("return $L", load)
                .build());
        view.addMethod(byIndex(names.view(), TypeName.INT)
                .addParameter(elementType, "value")
                .addStatement("return $L", names.call(component(), CodeBlock.of("(long) index, value")))
                .build());
        view.addMethod(byIndex(names.view(), TypeName.LONG)
                .addParameter(elementType, "value")
                .addStatement(store)
                .addStatement("return this")
                .build());
    }

    // StructRange.ofElement("p.Line#xs", byteOffset() + OFFSET_XS, index, LENGTH_XS, 4)
    // StructRange.ofElement("p.Line#points", byteOffset() + OFFSET_POINTS, index, LENGTH_POINTS,
    // PointView.BYTE_SIZE)
    final CodeBlock elementPlace(CodeBlock byteSize) {
        return CodeBlock.of(
                "$T.ofElement($L,$W$L,$Windex, $L, $L)", Library.STRUCT_RANGE, name(), place(), length(), byteSize);
    }

    /** An expression for the number of elements. */
    // LENGTH_XS
    // xsLength()
    final CodeBlock length() {
        return length.of("");
    }

    // xsTo(new int[LENGTH_XS])
    // that.xsTo(new int[LENGTH_XS])
    final CodeBlock copy(CodeBlock owner) {
        return CodeBlock.of("$L$LTo(new $T[$L])", owner, accessor(), elementType, length.of(owner.toString()));
    }

    @Override
    public final CodeBlock read() {
        return copy(CodeBlock.of(""));
    }
}

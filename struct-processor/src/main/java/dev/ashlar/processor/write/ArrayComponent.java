package dev.ashlar.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A component that is an array, of fixed length or as the tail of its struct: its elements by index, and all of them to
 * and from the heap.
 */
abstract class ArrayComponent extends ComponentCode implements TailComponent {
    final TypeName elementType;
    private final boolean isTail;
    private final TailCode tail;

    /**
     * @param elementByteSize an expression for the size of one element in bytes
     */
    ArrayComponent(PlacedComponent placed, TypeName elementType, CodeBlock elementByteSize, StructNaming naming) {
        super(placed, naming);
        this.elementType = elementType;
        this.isTail = placed.type() instanceof ComponentType.Tail;
        this.tail = new TailCode(placed.component(), naming, elementByteSize);
    }

    @Override
    final void addAccessors(TypeSpec.Builder view) {
        if (isTail) {
            view.addMethod(tail.lengthMethod("elements"));
        }
        addElements(view);
    }

    /** Adds the methods by which users reach the elements. */
    abstract void addElements(TypeSpec.Builder view);

    /**
     * As {@link #check(CodeBlock, CodeBlock)}.
     *
     * @param length the argument that says which length {@code value} must have, with its comma; empty for any length
     */
    abstract CodeBlock check(CodeBlock path, CodeBlock value, CodeBlock length);

    @Override
    final CodeBlock check(CodeBlock path, CodeBlock value) {
        return isTail ? check(path, value, CodeBlock.of("")) : checkInPlace(path, value);
    }

    /** For elements that take the place of those that are there. */
    private CodeBlock checkInPlace(CodeBlock path, CodeBlock value) {
        return check(path, value, CodeBlock.of(",$W$L", length()));
    }

    @Override
    final List<CodeBlock> storeNew(CodeBlock checked) {
        return isTail ? List.of(tail.storeLength(checked), store(checked)) : super.storeNew(checked);
    }

    @Override
    public final TailCode tail() {
        return tail;
    }

    @Override
    final CodeBlock place() {
        return isTail ? tail.start() : super.place();
    }

    // StructComponent.value("xs", "int[4]", StorageType.I32, OFFSET_XS).times(LENGTH_XS)
    // StructComponent.value("xs", "int[]", StorageType.I32, OFFSET_XS).tail(TAIL_OFFSET)
    final CodeBlock describedAll(CodeBlock element) {
        return isTail
                ? CodeBlock.of("$L$Z.tail($L)", element, ViewConstants.TAIL_OFFSET)
                : CodeBlock.of("$L$Z.times($L)", element, length());
    }

    // public int[] xsTo(int[] target) {
    //     return PrimitiveElements.load(memory, byteOffset() + OFFSET_XS, requireLength("xs", target, LENGTH_XS), ...);
    final void addCopies(TypeSpec.Builder view, CodeBlock load) {
        view.addMethod(MethodSpec.methodBuilder(accessor() + "To")
                .addJavadoc("Copies all elements into {@code target} and returns it.\n\n")
                .addJavadoc(wrongLength())
                .addModifiers(Modifier.PUBLIC)
                .returns(ArrayTypeName.of(elementType))
                .addParameter(ArrayTypeName.of(elementType), "target")
                .addCode(load)
                .build());
        view.addMethod(MethodSpec.methodBuilder(accessor() + "From")
                .addJavadoc("Stores all elements of {@code source}; none when one is refused.\n\n")
                .addJavadoc(wrongLength())
                .addModifiers(Modifier.PUBLIC)
                .returns(naming.view())
                .addParameter(ArrayTypeName.of(elementType), "source")
                .addStatement(store(inMemory(checkInPlace(name(), CodeBlock.of("source")))))
                .addStatement("return this")
                .build());
    }

    /** What was checked, refused where it holds references and {@code memory} is not theirs. */
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
                .addStatement("return $L", naming.call(component(), CodeBlock.of("(long) index")))
                .build();
    }

    // StructRange.ofElement(byteOffset() + OFFSET_XS, index, LENGTH_XS, 4)
    // StructRange.ofElement(byteOffset() + OFFSET_POINTS, index, LENGTH_POINTS, PointView.BYTE_SIZE)
    final CodeBlock elementPlace(CodeBlock byteSize) {
        return CodeBlock.of("$T.ofElement($L,$Windex, $L, $L)", Library.STRUCT_RANGE, place(), length(), byteSize);
    }

    final String length() {
        return lengthIn("").toString();
    }

    /** An expression for the number of elements in another view, or in this one where {@code owner} is empty. */
    // LENGTH_XS
    // that.xsLength()
    final CodeBlock lengthIn(String owner) {
        return isTail ? tail.length(owner) : CodeBlock.of("$L", naming.length(component()));
    }

    // xsTo(new int[LENGTH_XS])
    // that.xsTo(new int[LENGTH_XS])
    final CodeBlock copy(String owner) {
        return CodeBlock.of("$L$LTo(new $T[$L])", owner, accessor(), elementType, lengthIn(owner));
    }

    @Override
    final CodeBlock read() {
        return copy("");
    }

    private CodeBlock wrongLength() {
        if (isTail) {
            return refusal("it has not as many elements as the tail");
        }
        return refusal("it has not exactly " + placed.type().typeName().replaceAll(".*\\[(\\d+)]", "$1") + " elements");
    }
}

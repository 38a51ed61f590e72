package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** An array of numbers: primitive values or enums. */
final class ScalarArrayComponent extends ArrayComponent {
    private final ComponentType.Scalar scalar;
    private final ScalarCode code;

    ScalarArrayComponent(
            PlacedComponent placed, ComponentType.Scalar scalar, GeneratedNames names, Placement placement) {
        super(
                placed,
                new ScalarCode(scalar, names, placement).javaType(),
                CodeBlock.of("$L", scalar.storageType().byteSize()),
                names,
                placement);
        this.scalar = scalar;
        this.code = new ScalarCode(scalar, names, placement);
    }

    // public int xs(long index) { return memory.loadI32(StructRange.ofElement(...)); }
    // public LineView xs(long index, int value) { memory.storeI32(StructRange.ofElement(...), value); return this; }
    @Override
    void addElements(TypeSpec.Builder view) {
        if (names.isBean()) {
            view.addMethod(getter(ElementsCode.type(scalar))
                    .addStatement("return $L", ElementsCode.of(scalar, name(), place(), length(), names, placement))
                    .build());
        }
        addElementAccessors(view, loadElement(), storeElement(checkElement(name(), CodeBlock.of("value"))));
        addCopies(view, loadAll());
        if (!names.isBean()) {
            view.addMethod(toArray());
            if (elementType.equals(TypeName.BYTE)) {
                view.addMethod(contentEquals());
            }
        }
    }

    @Override
    CodeBlock loadElement() {
        return code.load(name(), elementPlace(elementByteSize));
    }

    @Override
    CodeBlock storeElement(CodeBlock checked) {
        return code.store(elementPlace(elementByteSize), checked);
    }

    // memory.storeI32(StructRange.ofElement(...), 0)
    @Override
    CodeBlock zeroElement() {
        return new NumberAccess(code.storageType(), placement.order())
                .store(elementPlace(elementByteSize), CodeBlock.of("0"));
    }

    @Override
    CodeBlock checkElement(CodeBlock path, CodeBlock value) {
        return code.check(path, value);
    }

    /** Truths are numbers where all of them are stored. */
    @Override
    CodeBlock inArray(CodeBlock checked) {
        return scalar instanceof ComponentType.Primitive primitive && primitive.primitive() == JavaPrimitive.BOOLEAN
                ? CodeBlock.of("$L ? 1 : 0", checked)
                : checked;
    }

    // private int colorsNumber(long index) {
    //     return memory.loadI32(StructRange.ofElement(...));
    @Override
    List<MethodSpec> comparedHelpers() {
        return scalar instanceof ComponentType.Enumeration
                ? List.of(MethodSpec.methodBuilder(numberName())
                        .addModifiers(Modifier.PRIVATE)
                        .returns(code.numberType())
                        .addParameter(TypeName.LONG, "index")
                        .addStatement(
                                "return $L",
                                new NumberAccess(code.storageType(), placement.order())
                                        .load(CodeBlock.of("memory"), elementPlace(elementByteSize)))
                        .build())
                : List.of();
    }

    @Override
    TypeName comparedType() {
        return scalar instanceof ComponentType.Enumeration ? code.numberType() : elementType;
    }

    // levels(index)
    // that.colorsNumber(index)
    @Override
    CodeBlock compared(String owner) {
        return scalar instanceof ComponentType.Enumeration
                ? CodeBlock.of("$L$L(index)", owner, numberName())
                : super.compared(owner);
    }

    // String.valueOf(levels(index))
    // NUMBERS_OF_COLOR.text(colorsNumber(index))
    @Override
    CodeBlock elementText() {
        return scalar instanceof ComponentType.Enumeration enumeration
                ? CodeBlock.of("$L.text($L(index))", names.numbers(enumeration.model()), numberName())
                : super.elementText();
    }

    /** In beans the elements have this method. */
    // public byte[] xsToArray() {
    //     return xsTo(new byte[LENGTH_XS]);
    private MethodSpec toArray() {
        return MethodSpec.methodBuilder(names.accessor(component(), "ToArray"))
                .addJavadoc("Copies all elements to the heap; changes of the copy do not reach the memory.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(ArrayTypeName.of(elementType))
                .addStatement("return $L", copy(CodeBlock.of("")))
                .build();
    }

    /** In beans the elements have this method. */
    // public boolean xsContentEquals(byte[] bytes) {
    //     return PrimitiveElements.equal(memory, byteOffset() + OFFSET_XS, LENGTH_XS, bytes);
    private MethodSpec contentEquals() {
        return MethodSpec.methodBuilder(names.accessor(component(), "ContentEquals"))
                .addJavadoc(
                        "Returns whether the elements are those of {@code bytes}, and as many. Nothing is copied.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(ArrayTypeName.of(TypeName.BYTE), "bytes")
                .addStatement("return $T.equal(memory, $L,$W$L, bytes)", Library.PRIMITIVE_ELEMENTS, place(), length())
                .build();
    }

    // PrimitiveElements.load(memory, byteOffset + OFFSET_XS, new int[LENGTH_XS], ByteOrder.LITTLE_ENDIAN)
    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return isBulk() ? load(CodeBlock.of("memory"), place()) : super.readFrom(segment);
    }

    // StoredInteger.all("xs", value.xs(), LENGTH_XS, StorageType.U8)
    // ComponentValue.requireLength("xs", value.xs(), LENGTH_XS)
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value, Optional<CodeBlock> required) {
        return code.checkAll(path, value, required);
    }

    @Override
    public TypeName checkedType() {
        return ArrayTypeName.of(isBulk() ? elementType : TypeName.LONG);
    }

    // PrimitiveElements.store(memory, byteOffset() + OFFSET_XS, xs, ByteOrder.LITTLE_ENDIAN)
    // PrimitiveElements.storeNumbers(memory, byteOffset() + OFFSET_COLORS, colors, IntegerType.I32,
    // ByteOrder....)
    @Override
    public CodeBlock store(CodeBlock checked) {
        CodeBlock stored =
                isBulk() ? checked : CodeBlock.of("$L,$W$T.$L", checked, Library.INTEGER_TYPE, code.storageType());
        return CodeBlock.of(
                "$T.$L(memory, $L,$W$L,$W$L)",
                Library.PRIMITIVE_ELEMENTS,
                isBulk() ? "store" : "storeNumbers",
                place(),
                stored,
                placement.byteOrder());
    }

    // memory.mismatch(byteOffset + OFFSET_XS, thatMemory, thatOffset + OFFSET_XS, LENGTH_XS * 4) < 0
    // Arrays.equals(xsTo(new float[xsLength()]), that.xsTo(new float[that.xsLength()]))
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return isSameIfBytesAre()
                ? CodeBlock.of(
                        "$L.mismatch($L, $L,$W$L,$W$L) < 0",
                        mine.memory(),
                        mine.place(component()),
                        theirs.memory(),
                        theirs.place(component()),
                        byteSize())
                : CodeBlock.of("$T.equals($L,$W$L)", Arrays.class, contents(mine), contents(theirs));
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return CodeBlock.of("$T.hashCode($L)", Arrays.class, contents(stored));
    }

    @Override
    public CodeBlock text() {
        return scalar instanceof ComponentType.Enumeration enumeration
                ? CodeBlock.of(
                        "$L.text($L)",
                        names.numbers(enumeration.model()),
                        numbers(CodeBlock.of("memory"), place(), length()))
                : CodeBlock.of("$T.toString($L)", Arrays.class, read());
    }

    // LENGTH_NAME
    // LENGTH_XS * 4
    private CodeBlock byteSize() {
        return code.storageType().byteSize() == 1
                ? length()
                : CodeBlock.of("$L * $L", length(), code.storageType().byteSize());
    }

    /** Returns whether arrays are equal where their bytes are: neither zeros of different signs, nor truths, nor tails. */
    private boolean isSameIfBytesAre() {
        return tail().isEmpty()
                && switch (scalar) {
                    case ComponentType.Enumeration _ -> true;
                    case ComponentType.Primitive primitive ->
                        switch (primitive.primitive()) {
                            case BOOLEAN, FLOAT, DOUBLE -> false;
                            case BYTE, CHAR, SHORT, INT, LONG -> true;
                        };
                };
    }

    /** Numbers that the library copies in bulk, since they are stored as they are. */
    private boolean isBulk() {
        return scalar instanceof ComponentType.Primitive primitive
                && primitive.primitive() != JavaPrimitive.BOOLEAN
                && !primitive.isNarrowed();
    }

    // ComponentValue.requireLength("on", target, LENGTH_ON);
    // for (int index = 0; index < LENGTH_ON; index++) { target[index] = on(index); } return target;
    private CodeBlock loadAll() {
        CodeBlock target = Library.requireLength(name(), CodeBlock.of("target"), length());
        if (isBulk()) {
            return CodeBlock.builder()
                    .addStatement(target)
                    .addStatement(
                            "return $T.load(memory, $L, target,$W$L)",
                            Library.PRIMITIVE_ELEMENTS,
                            place(),
                            placement.byteOrder())
                    .build();
        }
        return CodeBlock.builder()
                .addStatement(target)
                .beginControlFlow("for (int index = 0; index < $L; index++)", length())
                .addStatement("target[index] = $L", names.call(component(), CodeBlock.of("index")))
                .endControlFlow()
                .addStatement("return target")
                .build();
    }

    // PrimitiveElements.load(memory, byteOffset + OFFSET_XS, new int[LENGTH_XS], ByteOrder.LITTLE_ENDIAN)
    // that.xsTo(new int[that.xsLength()])
    private CodeBlock contents(Stored stored) {
        if (tail().isEmpty() && isBulk()) {
            return load(stored.memory(), stored.place(component()));
        }
        return scalar instanceof ComponentType.Primitive
                ? copy(stored.view())
                : numbers(
                        stored.memory(),
                        tail().map(tail -> tail.start(stored.placement())).orElseGet(() -> stored.place(component())),
                        length.of(stored.view().toString()));
    }

    // PrimitiveElements.load(memory, byteOffset + OFFSET_XS, new int[LENGTH_XS], ByteOrder.LITTLE_ENDIAN)
    // PrimitiveElements.load(thatMemory, thatOffset + OFFSET_XS, new int[LENGTH_XS], ByteOrder.LITTLE_ENDIAN)
    private CodeBlock load(CodeBlock memory, CodeBlock offset) {
        return CodeBlock.of(
                "$T.load($L, $L,$Wnew $T[$L],$W$L)",
                Library.PRIMITIVE_ELEMENTS,
                memory,
                offset,
                elementType,
                length(),
                placement.byteOrder());
    }

    // PrimitiveElements.numbers(memory, byteOffset() + OFFSET_COLORS, LENGTH_COLORS, IntegerType.I32,
    // ByteOrder....)
    // PrimitiveElements.numbers(that.memory, that.byteOffset() + TAIL_OFFSET, that.colorsLength(),
    // IntegerType.I32,
    // ...)
    private CodeBlock numbers(CodeBlock memory, CodeBlock offset, CodeBlock count) {
        return CodeBlock.of(
                "$T.numbers($L,$W$L,$W$L,$W$T.$L, $L)",
                Library.PRIMITIVE_ELEMENTS,
                memory,
                offset,
                count,
                Library.INTEGER_TYPE,
                code.storageType(),
                placement.byteOrder());
    }
}

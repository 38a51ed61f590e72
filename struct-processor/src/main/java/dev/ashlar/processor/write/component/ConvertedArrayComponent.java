package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** An array of values, each of which is stored by a codec. */
final class ConvertedArrayComponent extends ArrayComponent {
    private final ArrayComponent stored;
    private final CodecCode codec;

    ConvertedArrayComponent(
            PlacedComponent placed, ArrayComponent stored, CodecCode codec, GeneratedNames names, Placement placement) {
        super(placed, codec.value(), stored.elementByteSize, names, placement);
        this.stored = stored;
        this.codec = codec;
    }

    @Override
    public List<ComponentCode> forms() {
        return List.of(this, stored);
    }

    @Override
    public List<MethodSpec> helpers() {
        return List.of(codec.encodeMethod(), codec.decodeMethod(), allEncodedMethod());
    }

    // public Instant stamps(long index) { return stampsDecoded(index, stampsNanos(index)); }
    // public LogView stamps(long index, Instant value) { ... }
    @Override
    void addElements(TypeSpec.Builder view) {
        if (names.isBean()) {
            view.addMethod(elements());
        }
        addElementAccessors(
                view,
                codec.decoded(isOfStructs() ? CodeBlock.of("$L.read()", at()) : at()),
                storeAt(codec.encoded(name(), CodeBlock.of("value"))));
        addCopies(view, loadAll());
    }

    // stampsNanos(index)
    // linesStored(index)
    private CodeBlock at() {
        return stored.names.call(component(), CodeBlock.of("index"));
    }

    // stampsNanos(index, stampsEncoded("p.Log#stamps", value))
    // linesStored(index).write(linesEncoded("p.Plan#lines", value))
    private CodeBlock storeAt(CodeBlock encoded) {
        return isOfStructs()
                ? CodeBlock.of("$L.write($L)", at(), encoded)
                : stored.names.call(component(), CodeBlock.of("index, $L", encoded));
    }

    private boolean isOfStructs() {
        return placed.type().elementType() instanceof ComponentType.Nested;
    }

    @Override
    List<MethodSpec> elementHelpers() {
        return List.of(codec.encodeMethod(), codec.decodeMethod());
    }

    // stampsDecoded(index, memory.loadI64(StructRange.ofElement(...)))
    @Override
    CodeBlock loadElement() {
        CodeBlock element = stored.loadElement();
        return codec.decoded(isOfStructs() ? CodeBlock.of("$L.read()", element) : element);
    }

    @Override
    CodeBlock storeElement(CodeBlock checked) {
        return stored.storeElement(checked);
    }

    @Override
    CodeBlock inArray(CodeBlock checked) {
        return stored.inArray(checked);
    }

    @Override
    CodeBlock zeroElement() {
        return stored.zeroElement();
    }

    @Override
    CodeBlock checkElement(CodeBlock path, CodeBlock value) {
        return stored.checkElement(path, codec.encoded(path, value));
    }

    @Override
    TypeName comparedType() {
        return stored.comparedType();
    }

    @Override
    CodeBlock compared(String owner) {
        return stored.compared(owner);
    }

    /** Elements over a view of their own, so that they do not move with a cursor. */
    // public DecodedElements<Instant> getStamps() {
    //     LogView view = new LogView(memory, byteOffset());
    //     return new DecodedElements<>("p.Log#stamps", LENGTH_STAMPS) { ... view.stamps(index) ... };
    private MethodSpec elements() {
        TypeName boxed = elementType.box();
        CodeBlock owner = placement.isInRow()
                ? CodeBlock.of("new $T(columns, memory, index)", names.view())
                : CodeBlock.of("new $T(memory, byteOffset())", names.view());
        TypeSpec elements = TypeSpec.anonymousClassBuilder("$L, $L", name(), length())
                .superclass(ParameterizedTypeName.get(Library.DECODED_ELEMENTS, boxed))
                .addMethod(Library.override("get")
                        .returns(boxed)
                        .addParameter(TypeName.INT, "index")
                        .addStatement("return view.$L(index)", accessor())
                        .build())
                .addMethod(Library.override("set")
                        .addParameter(TypeName.INT, "index")
                        .addParameter(boxed, "value")
                        .addStatement("view.$L(index, value)", accessor())
                        .build())
                .build();
        return getter(ParameterizedTypeName.get(Library.DECODED_ELEMENTS, boxed))
                .addStatement("$T view = $L", names.view(), owner)
                .addStatement("return $L", elements)
                .build();
    }

    // ComponentValue.requireLength("p.Log#stamps", target, LENGTH_STAMPS);
    // for (int index = 0; index < target.length; index++) { target[index] = stamps(index); } return target;
    private CodeBlock loadAll() {
        return CodeBlock.builder()
                .addStatement(Library.requireLength(name(), CodeBlock.of("target"), length()))
                .beginControlFlow("for (int index = 0; index < target.length; index++)")
                .addStatement("target[index] = $L", names.call(component(), CodeBlock.of("index")))
                .endControlFlow()
                .addStatement("return target")
                .build();
    }

    private String allEncoded() {
        return names.accessor(component(), "AllEncoded");
    }

    // private static long[] stampsAllEncoded(Object component, Instant[] values) {
    //     long[] all = new long[ComponentValue.require(component, values).length];
    //     for (...) { all[index] = stampsEncoded(ComponentPath.element(component, index), values[index]); } return all;
    private MethodSpec allEncodedMethod() {
        CodeBlock path = CodeBlock.of("$T.element(component, index)", Library.COMPONENT_PATH);
        return MethodSpec.methodBuilder(allEncoded())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(stored.recordType())
                .addParameter(Object.class, "component")
                .addParameter(recordType(), "values")
                .addStatement(
                        "$T all = new $T[$T.require(component, values).length]",
                        ArrayTypeName.of(stored.elementType),
                        stored.elementType,
                        Library.COMPONENT_VALUE)
                .beginControlFlow("for (int index = 0; index < all.length; index++)")
                .addStatement("all[index] = $L", codec.encoded(path, CodeBlock.of("values[index]")))
                .endControlFlow()
                .addStatement("return all")
                .build();
    }

    @Override
    public TypeName checkedType() {
        return stored.checkedType();
    }

    // ComponentValue.requireLength("p.Log#stamps", stampsAllEncoded("p.Log#stamps", value.stamps()), LENGTH_STAMPS)
    // ComponentValue.require("p.Track#stamps", stampsAllEncoded("p.Track#stamps", value.stamps()))
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value, Optional<CodeBlock> required) {
        return stored.check(path, CodeBlock.of("$L($L,$W$L)", allEncoded(), path, value), required);
    }

    @Override
    CodeBlock inMemory(CodeBlock checked) {
        return stored.inMemory(checked);
    }

    @Override
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return stored.requireIn(checked);
    }

    @Override
    public CodeBlock store(CodeBlock checked) {
        return stored.store(checked);
    }

    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return stored.equal(mine, theirs);
    }

    @Override
    public CodeBlock hash(Stored of) {
        return stored.hash(of);
    }

    @Override
    public CodeBlock text() {
        return CodeBlock.of("$T.toString($L)", Arrays.class, read());
    }
}

package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import java.util.Optional;

/** An array of other structs. */
final class StructArrayComponent extends ArrayComponent {
    private final NestedCode nested;
    private final boolean holdsReferences;

    StructArrayComponent(PlacedComponent placed, StructModel struct, GeneratedNames names, Placement placement) {
        super(
                placed,
                Names.type(struct.name()),
                CodeBlock.of("$T.BYTE_SIZE", Names.view(struct.name())),
                names,
                placement);
        this.nested = NestedCode.of(struct.name(), names);
        this.holdsReferences = struct.holdsReferences();
    }

    // public PointArray points() { return PointArray.at(memory, byteOffset() + OFFSET_POINTS, LENGTH_POINTS); }
    // public PointView points(long index) { return new PointView(memory, StructRange.ofElement(...)); }
    @Override
    void addElements(TypeSpec.Builder view) {
        view.addMethod(getter(nested.array())
                .addStatement("return $T.at(memory, $L, $L)", nested.array(), place(), length())
                .build());
        view.addMethod(byIntIndex(nested.view()));
        view.addMethod(byIndex(nested.view(), TypeName.LONG)
                .addStatement("return $L", loadElement())
                .build());
        addCopies(view, loadAll());
    }

    @Override
    TypeName accessedType() {
        return nested.view();
    }

    @Override
    CodeBlock loadElement() {
        return nested.viewAt(elementPlace(elementByteSize));
    }

    // PointView.type().check("p.Line#points", value).storeAt(memory, StructRange.ofElement(...))
    @Override
    CodeBlock storeElement(CodeBlock checked) {
        return CodeBlock.of(
                "$L$L.storeAt(memory,$W$L)",
                checked,
                holdsReferences ? ".requireIn(memory)" : "",
                elementPlace(elementByteSize));
    }

    // memory.fill(StructRange.ofElement(...), 0, PointView.BYTE_SIZE)
    @Override
    CodeBlock zeroElement() {
        return CodeBlock.of("memory.fill($L,$W0,$W$L)", elementPlace(elementByteSize), elementByteSize);
    }

    @Override
    CodeBlock checkElement(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.type().check($L,$W$L)", nested.view(), path, value);
    }

    // StructElements.all("points", value.points(), LENGTH_POINTS, PointView.type())
    // StructElements.all(ComponentPath.of(component, "points"), value.points(), LENGTH_POINTS, PointView.type())
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value, Optional<CodeBlock> required) {
        return CodeBlock.of(
                "$T.all($L,$W$T.type())",
                Library.STRUCT_ELEMENTS,
                Library.arguments(path, value, required),
                nested.view());
    }

    @Override
    public TypeName checkedType() {
        return ArrayTypeName.of(Library.CHECKED_STRUCT);
    }

    // StructElements.requireIn(memory, points)
    // StructElements.requireIn(memory, StructElements.all("points", source, LENGTH_POINTS, PointView.type()))
    @Override
    CodeBlock inMemory(CodeBlock checked) {
        return holdsReferences ? CodeBlock.of("$T.requireIn(memory,$W$L)", Library.STRUCT_ELEMENTS, checked) : checked;
    }

    @Override
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return holdsReferences ? Optional.of(inMemory(checked)) : Optional.empty();
    }

    // StructElements.store(memory, byteOffset() + OFFSET_POINTS, points, PointView.BYTE_SIZE)
    // StructElements.store(memory, byteOffset() + OFFSET_ENDS, ends, PointView.BYTE_SIZE)
    @Override
    public CodeBlock store(CodeBlock checked) {
        return CodeBlock.of(
                "$T.store(memory, $L,$W$L,$W$T.BYTE_SIZE)", Library.STRUCT_ELEMENTS, place(), checked, nested.view());
    }

    // StructElements.equal(PointArray.at(memory, byteOffset + OFFSET_POINTS, LENGTH_POINTS), PointArray.at(thatMemory,
    // …))
    // StructElements.equal(points(), that.points())
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return CodeBlock.of("$T.equal($L,$W$L)", Library.STRUCT_ELEMENTS, elements(mine), elements(theirs));
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return CodeBlock.of("$T.hash($L)", Library.STRUCT_ELEMENTS, elements(stored));
    }

    private CodeBlock elements(Stored stored) {
        return tail().isEmpty()
                ? CodeBlock.of(
                        "$T.at($L, $L, $L)", nested.array(), stored.memory(), stored.place(component()), length())
                : get(stored);
    }

    @Override
    public CodeBlock text() {
        return CodeBlock.of("$T.text($L)", Library.STRUCT_ELEMENTS, names.get(component()));
    }

    // ComponentValue.requireLength("points", target, LENGTH_POINTS);
    // return StructElements.read(points(), target);
    private CodeBlock loadAll() {
        return CodeBlock.builder()
                .addStatement(Library.requireLength(name(), CodeBlock.of("target"), length()))
                .addStatement("return $T.read($L, target)", Library.STRUCT_ELEMENTS, names.get(component()))
                .build();
    }
}

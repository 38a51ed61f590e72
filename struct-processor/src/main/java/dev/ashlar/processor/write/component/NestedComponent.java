package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.Optional;

/** A component that is another struct. */
final class NestedComponent extends ComponentCode {
    private final NestedCode nested;
    private final boolean holdsReferences;
    private final boolean isUnion;

    NestedComponent(PlacedComponent placed, StructModel struct, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.nested = NestedCode.of(struct.name(), names);
        this.holdsReferences = struct.holdsReferences();
        this.isUnion = struct.union().isPresent();
    }

    // public PointView start() { return new PointView(memory, byteOffset() + OFFSET_START); }
    // public LineView start(Point start) { ... } and public LineView start(PointView start) { ... }
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        String variable = names.variable(component());
        view.addMethod(getter(nested.view())
                .addStatement("return $L", nested.viewAt(place()))
                .build());
        view.addMethod(setter(nested.struct())
                .addStatement(store(inMemory(check(name(), CodeBlock.of("$L", variable)))))
                .addStatement("return this")
                .build());
        view.addMethod(setter(nested.view())
                .addJavadoc("Copies the bytes of another struct, padding included.\n")
                .addStatement(nested.copy(CodeBlock.of("$L", variable), place()))
                .addStatement("return this")
                .build());
    }

    @Override
    Optional<Source> otherSource() {
        CodeBlock variable = CodeBlock.of("$L", names.variable(component()));
        return Optional.of(new Source(nested.view(), nested.copy(variable, place())));
    }

    @Override
    public CodeBlock read() {
        return CodeBlock.of("$L.read()", names.get(component()));
    }

    // PointView.read(memory, byteOffset + OFFSET_START)
    // PointView.read(memory, byteOffset + OFFSET_END)
    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return CodeBlock.of("$T.read(memory, $L)", nested.view(), place());
    }

    @Override
    public TypeName recordType() {
        return nested.struct();
    }

    @Override
    public TypeName checkedType() {
        return Library.CHECKED_STRUCT;
    }

    // PointView.type().check("start", value.start())
    // PointView.type().check(ComponentPath.of(component, "start"), value.start())
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.type().check($L,$W$L)", nested.view(), path, value);
    }

    // start.requireIn(memory)
    // PointView.type().check("start", start).requireIn(memory)
    private CodeBlock inMemory(CodeBlock checked) {
        return holdsReferences ? CodeBlock.of("$L.requireIn(memory)", checked) : checked;
    }

    @Override
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return holdsReferences ? Optional.of(inMemory(checked)) : Optional.empty();
    }

    // start.storeAt(memory, byteOffset() + OFFSET_START)
    // PointView.type().check("start", start).storeAt(memory, byteOffset() + OFFSET_START)
    @Override
    public CodeBlock store(CodeBlock checked) {
        return CodeBlock.of("$L.storeAt(memory, $L)", checked, place());
    }

    // PointView.equal(memory, byteOffset + OFFSET_START, thatMemory, thatOffset + OFFSET_START)
    // PointView.at(memory, byteOffset + OFFSET_START).equals(PointView.at(thatMemory, thatOffset + OFFSET_START))
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return needsView()
                ? CodeBlock.of("$L$Z.equals($L)", view(mine), view(theirs))
                : CodeBlock.of(
                        "$T.equal($L, $L,$W$L, $L)",
                        nested.view(),
                        mine.memory(),
                        mine.place(component()),
                        theirs.memory(),
                        theirs.place(component()));
    }

    // PointView.hash(memory, byteOffset + OFFSET_START)
    // PointView.at(memory, byteOffset + OFFSET_START).hashCode()
    @Override
    public CodeBlock hash(Stored stored) {
        return needsView()
                ? CodeBlock.of("$L.hashCode()", view(stored))
                : CodeBlock.of("$T.hash($L, $L)", nested.view(), stored.memory(), stored.place(component()));
    }

    /** Returns whether its view has no methods that compare without a view, or they cannot be called from here. */
    private boolean needsView() {
        return isUnion || !nested.isInSamePackage();
    }

    private CodeBlock view(Stored stored) {
        return nested.viewAt(stored.memory(), stored.place(component()));
    }
}

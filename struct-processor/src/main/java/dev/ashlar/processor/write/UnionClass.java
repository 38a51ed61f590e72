package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.UnionModel;
import java.util.List;
import java.util.Optional;

/** The view of a union, put together from its features in a fixed order. */
final class UnionClass {
    private UnionClass() {}

    // /** A Shape in memory, read and written in place. */
    // public final class ShapeView implements StructView<Shape> {
    static TypeSpec of(StructModel struct, UnionModel union, Layouts layouts, StructNaming naming) {
        StructLayout layout = layouts.of(struct);
        UnionCode code = UnionCode.of(union, layout, naming);
        TypeSpec.Builder view = Library.classFor(struct, naming.view())
                .addJavadoc(ViewClass.javadoc(struct, layout, naming))
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_VIEW, naming.struct()));
        ViewConstants.addTo(view, layout, naming);
        LinkCode.addTo(view, struct, layouts, naming);
        ViewFields.addTo(view);
        ViewFactories.addTo(view, layout, naming, Optional.empty());
        ViewDescription.addTo(view, struct, layout, naming, described(code, layout), Optional.empty());
        UnionAccessors.addTo(view, code, naming);
        UnionCopies.addTo(view, code, naming);
        ViewFields.addMethodsTo(view, naming, Optional.empty());
        UnionIdentity.addTo(view, code, naming);
        UnionChecks.addTo(view, code, naming);
        return view.build();
    }

    // StructComponent.tag(StorageType.I32, OFFSET_TAG)
    // StructComponent.union("value", "Circle | Rect", OFFSET_VALUE, 16, new StructVariant("CIRCLE", 0, ...), ...)
    private static List<CodeBlock> described(UnionCode code, StructLayout layout) {
        PlacedComponent value = layout.components().getLast();
        CodeBlock variants = code.variants().stream()
                .map(variant -> CodeBlock.of(
                        "new $T($S, $L, $T.type())",
                        Library.STRUCT_VARIANT,
                        variant.constant(),
                        variant.number(),
                        variant.nested().view()))
                .collect(CodeBlock.joining(",\n"));
        ComponentType.Tag tag =
                (ComponentType.Tag) layout.components().getFirst().type();
        return List.of(
                CodeBlock.of(
                        "$T.tag($T.$L, OFFSET_TAG)", Library.STRUCT_COMPONENT, Library.STORAGE_TYPE, tag.storageType()),
                CodeBlock.of(
                        "$T.union($>$>\n$S,\n$S,\nOFFSET_VALUE,\n$L,\n$L)$<$<",
                        Library.STRUCT_COMPONENT,
                        "value",
                        value.type().typeName(),
                        value.byteSize(),
                        variants));
    }
}

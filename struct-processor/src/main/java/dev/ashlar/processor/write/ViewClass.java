package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import java.util.List;
import java.util.Optional;

/** The view of a struct, put together from its features in a fixed order. */
final class ViewClass {
    private ViewClass() {}

    // /** A Person in memory, read and written in place. */
    // public final class PersonView implements StructView<Person> {
    static TypeSpec of(StructModel struct, Layouts layouts, StructNaming naming) {
        StructLayout layout = layouts.of(struct);
        List<ComponentCode> components = ComponentCode.of(layout, naming);
        TypeSpec.Builder view = Library.classFor(struct, naming.view())
                .addJavadoc(javadoc(struct, layout, naming))
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_VIEW, naming.struct()));
        ViewConstants.addTo(view, layout, naming);
        EnumTables.addTo(view, naming);
        LinkCode.addTo(view, struct, layouts, naming);
        ViewFields.addTo(view);
        Optional<TailFeatures> tail = TailFeatures.of(components, naming);
        ViewFactories.addTo(view, layout, naming, tail);
        List<CodeBlock> described =
                components.stream().map(ComponentCode::description).toList();
        ViewDescription.addTo(view, struct, layout, naming, described, tail);
        components.forEach(component -> component.addAccessors(view));
        Destructuring.addTo(view, components, naming);
        ViewCopies.addTo(view, struct, naming, components, tail);
        ViewFields.addMethodsTo(view, naming, tail);
        ViewIdentity.addTo(view, struct, naming, components);
        ViewChecks.addTo(view, layout, naming, tail);
        return view.build();
    }

    static CodeBlock javadoc(StructModel struct, StructLayout layout, StructNaming naming) {
        return CodeBlock.builder()
                .add("A {@link $T} in memory, read and written in place.\n\n", naming.struct())
                .add("<pre>{@code\n$L\n}</pre>\n\n", layout.table(struct))
                .add(
                        "<p>Offsets and sizes are in bytes. A view copies nothing and holds no state: it is a handle and an\n")
                .add("offset, value-based and immutable. Once its memory is freed or closed, every accessor throws\n")
                .add("{@link $T}.\n", IllegalStateException.class)
                .add(struct.hasTail() ? CodeBlock.of("") : CodeBlock.of("\n@see $T\n", naming.array()))
                .build();
    }
}

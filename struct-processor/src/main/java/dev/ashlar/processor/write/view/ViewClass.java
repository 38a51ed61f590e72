package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;

/** The view of a struct, put together from its features in a fixed order. */
public final class ViewClass {
    private ViewClass() {}

    // /** A Person in memory, read and written in place. */
    // public sealed class PersonView implements StructView<Person> {
    public static TypeSpec of(StructModel struct, Layouts layouts, GeneratedNames names) {
        StructLayout layout = layouts.of(struct);
        List<ComponentCode> components = ComponentCode.of(
                layout, names, Placement.inView(struct.settings().order()));
        TypeSpec.Builder view = Library.sealedClassFor(struct, names.view())
                .addJavadoc(javadoc(struct, layout, names))
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_VIEW, names.struct()));
        ViewConstants.addTo(view, layout, names);
        EnumTables.addTo(view, names);
        LinkCode.addTo(view, struct, layouts, names);
        ViewFields.addTo(view);
        Optional<TailFeatures> tail = TailFeatures.of(components, names, layout);
        ViewFactories.addTo(view, layout, names, tail);
        ViewDescription.addTo(view, struct, layout, names, tail);
        for (ComponentCode component : components) {
            component.forms().forEach(form -> addAccessors(view, form, names));
        }
        Destructuring.addTo(view, components, names);
        tail.ifPresentOrElse(
                features -> features.addCopiesTo(view, struct, components),
                () -> ViewCopies.addTo(view, struct, layout, names));
        ViewFields.addMethodsTo(view, names, tail);
        ViewIdentity.addTo(view, struct, names, components);
        components.forEach(component -> component.helpers().forEach(view::addMethod));
        ViewChecks.addTo(view, layout, names, tail);
        CursorClass.addTo(view, names);
        return view.build();
    }

    /** Adds the accessors of one form of a component, and the method for the number of a constant. */
    public static void addAccessors(TypeSpec.Builder view, ComponentCode form, GeneratedNames names) {
        form.addAccessors(view);
        form.numberGetter()
                .flatMap(getter -> form.numberOfConstant(LinkCode.check(names), getter + "()"))
                .ifPresent(view::addMethod);
    }

    public static CodeBlock javadoc(StructModel struct, StructLayout layout, GeneratedNames names) {
        return CodeBlock.builder()
                .add("A {@link $T} in memory, read and written in place.\n\n", names.struct())
                .add("<pre>{@code\n$L\n}</pre>\n\n", layout.table(struct))
                .add(
                        "<p>Offsets and sizes are in bytes. A view copies nothing and holds nothing but a handle and an offset: it is\n")
                .add(
                        "value-based, and immutable unless it is a cursor. Once its memory is freed or closed, every accessor throws\n")
                .add("{@link $T}.\n", IllegalStateException.class)
                .add(struct.hasTail() ? CodeBlock.of("") : CodeBlock.of("\n@see $T\n", names.array()))
                .build();
    }
}

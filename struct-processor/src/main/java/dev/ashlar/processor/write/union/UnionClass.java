package dev.ashlar.processor.write.union;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.CursorClass;
import dev.ashlar.processor.write.view.LinkCode;
import dev.ashlar.processor.write.view.ViewClass;
import dev.ashlar.processor.write.view.ViewConstants;
import dev.ashlar.processor.write.view.ViewDescription;
import dev.ashlar.processor.write.view.ViewFactories;
import dev.ashlar.processor.write.view.ViewFields;
import java.util.Optional;

/** The view of a union, put together from its features in a fixed order. */
public final class UnionClass {
    private UnionClass() {}

    // /** A Shape in memory, read and written in place. */
    // public final class ShapeView implements StructView<Shape> {
    public static TypeSpec of(StructModel struct, UnionModel union, Layouts layouts, GeneratedNames names) {
        StructLayout layout = layouts.of(struct);
        UnionCode code = UnionCode.of(union, layout, names);
        TypeSpec.Builder view = Library.sealedClassFor(struct, names.view())
                .addJavadoc(ViewClass.javadoc(struct, layout, names))
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_VIEW, names.struct()));
        ViewConstants.addTo(view, layout, names);
        LinkCode.addTo(view, struct, layouts, names);
        ViewFields.addTo(view);
        ViewFactories.addTo(view, layout, names, Optional.empty());
        ViewDescription.addTo(view, struct, layout, names, Optional.empty());
        UnionAccessors.addTo(view, code, names);
        UnionCopies.addTo(view, code, names);
        ViewFields.addMethodsTo(view, names, Optional.empty());
        UnionIdentity.addTo(view, code, names);
        UnionChecks.addTo(view, code, names);
        CursorClass.addTo(view, names);
        return view.build();
    }
}

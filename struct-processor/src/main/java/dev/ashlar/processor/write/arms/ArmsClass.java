package dev.ashlar.processor.write.arms;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.processor.write.view.CursorClass;
import dev.ashlar.processor.write.view.Destructuring;
import dev.ashlar.processor.write.view.EnumTables;
import dev.ashlar.processor.write.view.LinkCode;
import dev.ashlar.processor.write.view.ViewClass;
import dev.ashlar.processor.write.view.ViewConstants;
import dev.ashlar.processor.write.view.ViewDescription;
import dev.ashlar.processor.write.view.ViewFactories;
import dev.ashlar.processor.write.view.ViewFields;
import dev.ashlar.processor.write.view.ViewIdentity;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The view of a union without a tag, put together from its features in a fixed order. */
public final class ArmsClass {
    private ArmsClass() {}

    // /** A Value in memory, read and written in place. */
    // public sealed class ValueView implements StructView<Value> {
    public static TypeSpec of(StructModel struct, Layouts layouts, GeneratedNames names) {
        StructLayout layout = layouts.of(struct);
        List<ComponentCode> arms = ComponentCode.of(
                layout, names, Placement.inView(struct.settings().order()));
        TypeSpec.Builder view = Library.sealedClassFor(struct, names.view())
                .addJavadoc(ViewClass.javadoc(struct, layout, names))
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_VIEW, names.struct()));
        ViewConstants.addTo(view, layout, names);
        EnumTables.addTo(view, names);
        LinkCode.addTo(view, struct, layouts, names);
        ViewFields.addTo(view);
        ViewFactories.addTo(view, layout, names, Optional.empty());
        ViewDescription.addTo(view, struct, layout, names, Optional.empty());
        for (ComponentCode arm : arms) {
            arm.forms().forEach(form -> ViewClass.addAccessors(view, form, names));
        }
        Destructuring.addTo(view, arms, names);
        ArmsCopies.addTo(view, struct, layout, names);
        ViewFields.addMethodsTo(view, names, Optional.empty());
        ArmsIdentity.addTo(view, layout, names);
        view.addMethod(ViewIdentity.toStringMethod(struct, arms));
        arms.forEach(arm -> arm.helpers().forEach(view::addMethod));
        ArmsChecks.addTo(view, layout, names);
        CursorClass.addTo(view, names);
        return view.build();
    }

    /** The head of a method of the class that reads or compares unions by where they lie. */
    static MethodSpec.Builder staticMethod(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(returned)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset");
    }
}

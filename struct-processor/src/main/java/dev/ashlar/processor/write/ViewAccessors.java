package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import javax.lang.model.element.Modifier;

/** A getter and a chainable setter for each component. */
final class ViewAccessors {
    private final StructNaming naming;
    private final ValueCode values;

    private ViewAccessors(StructNaming naming, ValueCode values) {
        this.naming = naming;
        this.values = values;
    }

    static void addTo(TypeSpec.Builder view, StructModel struct, StructNaming naming, ValueCode values) {
        ViewAccessors accessors = new ViewAccessors(naming, values);
        for (ComponentModel component : struct.components()) {
            view.addMethod(accessors.getter(component));
            view.addMethod(accessors.setter(component));
        }
    }

    // public int id() {
    //     return memory.loadI32(byteOffset + OFFSET_ID);
    private MethodSpec getter(ComponentModel component) {
        return MethodSpec.methodBuilder(naming.accessor(component))
                .addModifiers(Modifier.PUBLIC)
                .returns(ValueCode.javaType(component))
                .addStatement("return $L", values.load(component))
                .build();
    }

    // public PersonView id(int id) {
    //     memory.storeI32(byteOffset + OFFSET_ID, id); return this;
    private MethodSpec setter(ComponentModel component) {
        String variable = naming.variable(component);
        CodeBlock checked = values.check(component, CodeBlock.of("$L", variable));
        MethodSpec.Builder setter = MethodSpec.methodBuilder(naming.accessor(component))
                .addModifiers(Modifier.PUBLIC)
                .returns(naming.view())
                .addParameter(ValueCode.javaType(component), variable)
                .addStatement(values.store(component, checked))
                .addStatement("return this");
        if (component.storedType() instanceof ComponentType.FixedText text) {
            setter.addJavadoc(
                    "@throws $T if it has more than $L bytes in UTF-8, a NUL or a lone surrogate\n",
                    IllegalArgumentException.class,
                    text.length());
        }
        return setter.build();
    }
}

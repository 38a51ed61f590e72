package dev.ashlar.processor.write.view;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The methods by which Kotlin takes a view apart: {@code val (id, height) = view}. */
public final class Destructuring {
    private Destructuring() {}

    public static void addTo(TypeSpec.Builder view, List<ComponentCode> components, GeneratedNames names) {
        if (!names.isBean()) {
            return;
        }
        List<MethodSpec> accessors = view.build().methodSpecs();
        int number = 0;
        for (ComponentCode component : components) {
            String getter = component.destructured();
            MethodSpec accessor = accessors.stream()
                    .filter(method ->
                            method.name().equals(getter) && method.parameters().isEmpty())
                    .findFirst()
                    .orElseThrow();
            number++;
            view.addMethod(component(number, accessor));
        }
    }

    // public int component1() {
    //     return getId();
    private static MethodSpec component(int number, MethodSpec getter) {
        return MethodSpec.methodBuilder("component" + number)
                .addModifiers(Modifier.PUBLIC)
                .returns(getter.returnType())
                .addStatement("return $L()", getter.name())
                .build();
    }
}

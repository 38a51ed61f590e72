package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.ArrayList;
import java.util.List;

/** {@code equals}, {@code hashCode} and {@code toString} by contents, component by component as records have them. */
public final class ViewIdentity {
    /** The most operands of one chain of operators. */
    private static final int GROUP = 64;

    private ViewIdentity() {}

    public static void addTo(
            TypeSpec.Builder view, StructModel struct, GeneratedNames names, List<ComponentCode> components) {
        view.addMethod(equalsMethod(names, components));
        view.addMethod(hashCodeMethod(components));
        view.addMethod(toStringMethod(struct, components));
    }

    // return other instanceof PersonView that
    //         && id() == that.id() && Double.compare(height(), that.height()) == 0;
    private static MethodSpec equalsMethod(GeneratedNames names, List<ComponentCode> components) {
        CodeBlock.Builder comparison = CodeBlock.builder().add("return other instanceof $T that", names.view());
        for (List<ComponentCode> group : groups(components)) {
            CodeBlock equal = group.stream().map(ComponentCode::equal).collect(CodeBlock.joining("\n&& "));
            comparison.add(components.size() <= GROUP ? "\n&& $L" : "\n&& ($L)", equal);
        }
        return Library.override("equals")
                .returns(TypeName.BOOLEAN)
                .addParameter(names.other(), "other")
                .addStatement(comparison.build())
                .build();
    }

    // int hash = Integer.hashCode(id());
    // hash = 31 * hash + Double.hashCode(height());
    private static MethodSpec hashCodeMethod(List<ComponentCode> components) {
        MethodSpec.Builder method = Library.override("hashCode")
                .returns(TypeName.INT)
                .addStatement("int hash = $L", components.getFirst().hash());
        for (ComponentCode component : components.subList(1, components.size())) {
            method.addStatement("hash = 31 * hash + $L", component.hash());
        }
        return method.addStatement("return hash").build();
    }

    // try { return "Person[id=" + id() + ", height=" + height() + "]";
    // } catch (RuntimeException failure) { return StructRange.unreadable("Person", memory, failure); }
    private static MethodSpec toStringMethod(StructModel struct, List<ComponentCode> components) {
        CodeBlock.Builder text = CodeBlock.builder();
        String before = struct.name().simpleName() + "[";
        for (List<ComponentCode> group : groups(components)) {
            List<CodeBlock> texts = new ArrayList<>();
            for (ComponentCode component : group) {
                texts.add(CodeBlock.of("$S + $L", before + component.component().name() + "=", component.text()));
                before = ", ";
            }
            text.add(components.size() <= GROUP ? "$L\n+ " : "($L)\n+ ", CodeBlock.join(texts, "\n+ "));
        }
        return Library.override("toString")
                .returns(String.class)
                .beginControlFlow("try")
                .addStatement("return $L$S", text.build(), "]")
                .nextControlFlow("catch ($T failure)", RuntimeException.class)
                .addStatement(
                        "return $T.unreadable($S, memory, failure)",
                        Library.STRUCT_RANGE,
                        struct.name().simpleName())
                .endControlFlow()
                .build();
    }

    /** The components in groups of so many that javac, which goes one level deeper for each operator, has enough stack. */
    private static List<List<ComponentCode>> groups(List<ComponentCode> components) {
        if (components.size() <= GROUP) {
            return List.of(components);
        }
        List<List<ComponentCode>> groups = new ArrayList<>();
        for (int first = 0; first < components.size(); first += GROUP) {
            groups.add(components.subList(first, Math.min(first + GROUP, components.size())));
        }
        return groups;
    }
}

package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The components of a wide struct whose values are stored as the record gives them, in parts with methods of their own. A
 * method that calls the accessors of more than about 12 components and stores what they return has more than 325 bytes of code
 * (FreqInlineSize): the JIT does not inline it, and checks the bounds of every store anew in each call.
 */
final class PlainParts {
    private static final int MOST_IN_ONE_METHOD = 12;

    private final GeneratedNames names;
    private final String value;
    private final String segment;
    private final List<List<ComponentCode>> parts;

    private PlainParts(GeneratedNames names, String value, String segment, List<List<ComponentCode>> parts) {
        this.names = names;
        this.value = value;
        this.segment = segment;
        this.parts = parts;
    }

    /**
     * @param value the variable of the record
     * @param segment the variable of the segment that is stored to
     */
    static PlainParts of(List<ComponentCode> components, GeneratedNames names, String value, String segment) {
        List<ComponentCode> plain =
                components.stream().filter(code -> !code.refuses()).toList();
        boolean isWide = plain.size() > MOST_IN_ONE_METHOD;
        return new PlainParts(
                names, value, segment, isWide ? ComponentGroups.of(plain, MOST_IN_ONE_METHOD) : List.of());
    }

    /** Returns whether the methods of the parts call the accessor of a component and store it. */
    boolean contain(ComponentCode code) {
        return !parts.isEmpty() && !code.refuses();
    }

    // callAccessors1(value); callAccessors2(value);
    void addCallsTo(MethodSpec.Builder write) {
        for (int part = 1; part <= parts.size(); part++) {
            write.addStatement("callAccessors$L($L)", part, value);
        }
    }

    // store1(segment, byteOffset, value); store2(segment, byteOffset, value);
    void addStoresTo(MethodSpec.Builder write) {
        for (int part = 1; part <= parts.size(); part++) {
            write.addStatement("store$L($L, byteOffset, $L)", part, segment, value);
        }
    }

    void addMethodsTo(TypeSpec.Builder view) {
        for (int part = 1; part <= parts.size(); part++) {
            List<ComponentCode> components = parts.get(part - 1);
            view.addMethod(
                    method("callAccessors" + part, components, code -> CodeBlock.of("var _ = $L", code.valueIn(value)))
                            .addParameter(names.struct(), value)
                            .build());
            view.addMethod(method(
                            "store" + part,
                            components,
                            code -> code.storeTo(CodeBlock.of("$L", segment), code.valueIn(value)))
                    .addParameter(MemorySegment.class, segment)
                    .addParameter(TypeName.LONG, "byteOffset")
                    .addParameter(names.struct(), value)
                    .build());
        }
    }

    private static MethodSpec.Builder method(
            String name, List<ComponentCode> components, Function<ComponentCode, CodeBlock> statement) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        components.forEach(code -> method.addStatement(statement.apply(code)));
        return method;
    }
}

package dev.ashlar.processor.write.view;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The statements that make a record.
 *
 * <p>A class that a {@code @StructsFor} names is compiled without its view, and two of its components that have one type may
 * have changed places since: its constructor would swap their values unnoticed. So the record is compared with the values that it was made from. A normalising constructor is recognised by passing its result in again, which must not change it.
 */
public final class RecordCode {
    /**
     * One argument of the constructor.
     *
     * @param component the component as it is declared
     * @param type its type in the record
     * @param variable its name, where it needs one
     * @param value an expression for it
     */
    public record Argument(ComponentModel component, TypeName type, String variable, CodeBlock value) {
        // x
        // name()
        CodeBlock passed(boolean isCompared) {
            return isCompared ? CodeBlock.of("$L", variable) : value;
        }

        // value.x()
        CodeBlock of(String record) {
            return CodeBlock.of("$L.$L()", record, component.getter());
        }
    }

    private final StructModel struct;
    private final GeneratedNames names;
    private final List<Argument> arguments;
    private final List<Argument> compared;

    /**
     * @param struct the struct whose record is made
     * @param names the names where the statements stand
     */
    public RecordCode(StructModel struct, GeneratedNames names, List<Argument> arguments) {
        this.struct = struct;
        this.names = names;
        this.arguments = arguments;
        this.compared = struct.surroundings().isNamedElsewhere() ? exchangeable(arguments) : List.of();
    }

    /** The arguments that the constructor would take for one another, if equality can tell them apart (decision 0031). */
    private static List<Argument> exchangeable(List<Argument> arguments) {
        var byType = arguments.stream().collect(Collectors.groupingBy(argument -> erased(argument.type())));
        return arguments.stream()
                .filter(argument -> argument.component().codec() == null
                        || argument.component().codec().hasEquals())
                .filter(argument ->
                        byType.getOrDefault(erased(argument.type()), List.of()).size() > 1)
                .toList();
    }

    /** Returns whether an expression is enough. */
    public boolean isPlain() {
        return compared.isEmpty();
    }

    // new Person(id(), height(), age())
    public CodeBlock plain() {
        List<CodeBlock> passed = new ArrayList<>();
        arguments.forEach(argument -> passed.add(argument.passed(compared.contains(argument))));
        return CodeBlock.of("new $T($L)", record(), CodeBlock.join(passed, ",$W"));
    }

    // return new Person(id(), height(), age());
    public void addTo(MethodSpec.Builder method) {
        if (isPlain()) {
            method.addStatement("return $L", plain());
        } else {
            String value = names.variableBesides("value");
            addCompared(method, value);
            method.addStatement("return $L", value);
        }
    }

    /**
     * Adds the statements, and one to be made before the record is returned.
     *
     * @param last that statement
     */
    // Person value = new Person(...);
    // Reference.reachabilityFence(memory); return value;
    public void addTo(MethodSpec.Builder method, CodeBlock last) {
        String value = names.variableBesides("value");
        if (isPlain()) {
            method.addStatement("$T $L = $L", record(), value, plain());
        } else {
            addCompared(method, value);
        }
        method.addStatement(last).addStatement("return $L", value);
    }

    private void addCompared(MethodSpec.Builder method, String value) {
        String again = names.variableBesides("again");
        compared.forEach(
                argument -> method.addStatement("$T $L = $L", argument.type(), argument.variable(), argument.value()));
        method.addStatement("$T $L = $L", record(), value, plain());
        method.beginControlFlow(
                "if ($L)",
                compared.stream()
                        .map(argument ->
                                differ(argument.type(), argument.of(value), CodeBlock.of("$L", argument.variable())))
                        .collect(CodeBlock.joining("$W|| ")));
        method.addStatement(
                "$T $L = new $T($L)",
                record(),
                again,
                record(),
                arguments.stream().map(argument -> argument.of(value)).collect(CodeBlock.joining(",$W")));
        method.addStatement(
                "$T.LINK.requireOrder($L)",
                Names.view(struct.name()),
                compared.stream()
                        .map(argument -> same(argument.type(), argument.of(value), argument.of(again)))
                        .collect(CodeBlock.joining("$W&& ")));
        method.endControlFlow();
    }

    private ClassName record() {
        return Names.type(struct.name());
    }

    // value.x() != x
    // !Objects.equals(value.name(), name)
    private static CodeBlock differ(TypeName type, CodeBlock one, CodeBlock other) {
        return isPlainNumber(type)
                ? CodeBlock.of("$L != $L", one, other)
                : isFloating(type)
                        ? CodeBlock.of("$T.compare($L, $L) != 0", type.box(), one, other)
                        : CodeBlock.of("!$L", same(type, one, other));
    }

    // value.x() == again.x()
    // Objects.equals(value.name(), again.name())
    private static CodeBlock same(TypeName type, CodeBlock one, CodeBlock other) {
        if (isPlainNumber(type)) {
            return CodeBlock.of("$L == $L", one, other);
        }
        if (isFloating(type)) {
            return CodeBlock.of("$T.compare($L, $L) == 0", type.box(), one, other);
        }
        Class<?> comparing = type instanceof ArrayTypeName ? Arrays.class : Objects.class;
        return CodeBlock.of("$T.equals($L, $L)", comparing, one, other);
    }

    /** Returns whether {@code ==} compares values of a type; NaN is not equal to itself. */
    private static boolean isPlainNumber(TypeName type) {
        return type.isPrimitive() && !isFloating(type);
    }

    private static boolean isFloating(TypeName type) {
        return type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE);
    }

    private static TypeName erased(TypeName type) {
        return type instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : type;
    }
}

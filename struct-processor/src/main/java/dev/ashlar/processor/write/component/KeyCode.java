package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The key of a map: the parameters of the methods that take one, the statements that make of them what is stored, and the
 * values that are hashed and compared. A struct in a key is taken apart.
 */
public final class KeyCode {
    private final Layouts layouts;
    private final GeneratedNames names;
    private final List<ComponentModel> components = new ArrayList<>();
    private final List<ParameterSpec> parameters = new ArrayList<>();
    private final List<KeyPart> parts = new ArrayList<>();
    private final CodeBlock.Builder preparations = CodeBlock.builder();
    private final Map<String, EnumModel> enums = new LinkedHashMap<>();
    private final List<MethodSpec> helpers = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private KeyCode(Layouts layouts, GeneratedNames names) {
        this.layouts = layouts;
        this.names = names;
    }

    /** The key that a struct asks for, which must have passed its check. */
    public static KeyCode of(StructModel struct, Layouts layouts, GeneratedNames names) {
        KeyCode key = new KeyCode(layouts, names);
        Map<String, PlacedComponent> placed = new LinkedHashMap<>();
        layouts.of(struct).components().forEach(each -> placed.put(each.name(), each));
        for (String name : struct.settings().map()) {
            key.add(Objects.requireNonNull(placed.get(name), "unchecked key"));
        }
        return key;
    }

    /** The components of the struct that are the key. */
    public List<ComponentModel> components() {
        return components;
    }

    /** The parameters of a method that takes a key. */
    // long id
    // int year, String name
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    /** The arguments of a call that passes the key on. */
    // id
    // year, name
    public CodeBlock arguments() {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$N", parameter))
                .collect(CodeBlock.joining(", "));
    }

    /** The statements that make of the parameters what is stored. */
    // long atStored = atEncoded("p.Trade#at", at);
    public CodeBlock preparations() {
        return preparations.build();
    }

    /** The values in it. */
    public List<KeyPart> parts() {
        return parts;
    }

    /** The only value, where that is bytes: they may lie anywhere. */
    public Optional<KeyPart.Bytes> asBytes() {
        return parts.size() == 1 && parts.getFirst() instanceof KeyPart.Bytes bytes
                ? Optional.of(bytes)
                : Optional.empty();
    }

    /** The enums whose numbers are in it, by the names of the constants that have their numbers. */
    public Map<String, EnumModel> enums() {
        return enums;
    }

    /** The methods that call codecs. */
    public List<MethodSpec> helpers() {
        return helpers;
    }

    /** A statement that stores one of the parameters in a view. */
    // view.id(id)
    // view.nameFrom(name)
    public CodeBlock store(int parameter, String view) {
        ComponentModel component = components.get(parameter);
        boolean isArray = component.codec() == null && component.storedType() instanceof ComponentType.FixedArray;
        String setter = isArray ? names.accessor(component) + "From" : names.setter(component);
        return CodeBlock.of("$L.$L($N)", view, setter, parameters.get(parameter));
    }

    private void add(PlacedComponent placed) {
        ComponentModel component = placed.component();
        ComponentCode code = ComponentCode.of(
                placed, names, Placement.fromParameter(names.model().settings().order()));
        ParameterSpec parameter = ParameterSpec.builder(code.recordType(), names.variable(component))
                .build();
        components.add(component);
        parameters.add(parameter);
        CodeBlock value = CodeBlock.of("$N", parameter);
        add(new Value(placed, names, value, constant(names, placed), component.name(), true));
    }

    /**
     * A value that may have to be taken apart.
     *
     * @param names the names in the classes of its struct
     * @param expression an expression for it
     * @param offset an expression for its place in the outermost struct
     * @param isParameter whether the expression is a parameter
     */
    private record Value(
            PlacedComponent placed,
            GeneratedNames names,
            CodeBlock expression,
            CodeBlock offset,
            String path,
            boolean isParameter) {
        Value encoded(CodeBlock encoded) {
            return new Value(placed, names, encoded, offset, path, false);
        }
    }

    private void add(Value value) {
        Value stored = value.placed().component().codec() == null ? value : encoded(value);
        switch (stored.placed().type()) {
            case ComponentType.Primitive primitive -> addNumber(stored, primitive.isTruth(), access(stored, primitive));
            case ComponentType.Enumeration enumeration ->
                addNumber(stored.encoded(number(stored, enumeration.model())), false, access(stored, enumeration));
            case ComponentType.BitField bits ->
                addNumber(
                        bits.enumeration()
                                .map(model -> stored.encoded(number(stored, model)))
                                .orElse(stored),
                        bits.isTruth(),
                        new KeyPart.WholeNumber(
                                "",
                                stored.offset(),
                                new BitFieldComponent(
                                                stored.placed(),
                                                bits,
                                                stored.names(),
                                                Placement.fromParameter(order(stored)))::bits));
            case ComponentType.FixedText _ -> addBytes(stored, true, TypeName.get(String.class));
            case ComponentType.FixedArray _ -> addBytes(stored, false, TypeName.get(byte[].class));
            case ComponentType.Nested nested -> addStruct(stored, nested.struct());
            case ComponentType.Tail _, ComponentType.Pointer _, ComponentType.Atomic _, ComponentType.Reference _ ->
                throw unchecked(stored);
            case ComponentType.Tag _, ComponentType.Union _, ComponentType.Presence _ -> throw unchecked(stored);
        }
    }

    // NUMBERS_OF_SIDE.number("p.Trade#side", side)
    private CodeBlock number(Value value, EnumModel model) {
        return CodeBlock.of("$L.number($S,$W$L)", table(model), inMessages(value), value.expression());
    }

    private static IllegalStateException unchecked(Value value) {
        return new IllegalStateException("no part of a key: " + value.path());
    }

    // long atStored = atEncoded("p.Trade#at", at);
    private Value encoded(Value value) {
        ComponentCode code = ComponentCode.of(value.placed(), value.names(), Placement.fromParameter(order(value)));
        String method = unused(variable(value.path()) + "Encoded");
        MethodSpec encode = code.helpers().getFirst();
        helpers.add(
                encode.toBuilder().setName(method).returns(encode.returnType()).build());
        return value.encoded(CodeBlock.of("$L($S,$W$L)", method, inMessages(value), value.expression()));
    }

    private static KeyPart.WholeNumber access(Value value, ComponentType.Scalar scalar) {
        return new KeyPart.WholeNumber("", value.offset(), new NumberAccess(scalar.storageType(), order(value))::load);
    }

    /** A number whose variable is the parameter itself where that is what is stored. */
    // long openStored = open ? 1 : 0;
    private void addNumber(Value value, boolean isTruth, KeyPart.WholeNumber unnamed) {
        String variable = value.expression().toString();
        if (isTruth || !value.isParameter()) {
            variable = unused(variable(value.path()) + "Stored");
            preparations.addStatement(isTruth ? "long $L = $L ? 1 : 0" : "long $L = $L", variable, value.expression());
        }
        parts.add(new KeyPart.WholeNumber(variable, unnamed.offset(), unnamed.stored()));
    }

    // String codeStored = ComponentValue.require("p.Item#code", code);
    private void addBytes(Value value, boolean isText, TypeName type) {
        CodeBlock required = required(value);
        String variable = value.expression().toString();
        if (value.isParameter()) {
            preparations.addStatement(required);
        } else {
            variable = unused(variable(value.path()) + "Stored");
            preparations.addStatement("$T $L = $L", type, variable, required);
        }
        parts.add(new KeyPart.Bytes(
                variable,
                isText,
                value.offset(),
                CodeBlock.of("$L", value.placed().byteSize())));
    }

    // Place placeStored = ComponentValue.require("p.Item#place", place);
    private void addStruct(Value value, StructModel struct) {
        String variable = unused(variable(value.path()) + "Stored");
        preparations.addStatement("$T $L = $L", Names.type(struct.name()), variable, required(value));
        GeneratedNames inner = new GeneratedNames(struct);
        for (PlacedComponent placed : layouts.of(struct).components()) {
            add(new Value(
                    placed,
                    inner,
                    CodeBlock.of("$L.$L()", variable, placed.component().getter()),
                    CodeBlock.of("$L + $L", value.offset(), constant(inner, placed)),
                    value.path() + "." + placed.name(),
                    false));
        }
    }

    // ComponentValue.require("p.Item#code", code)
    private CodeBlock required(Value value) {
        return CodeBlock.of("$T.require($S,$W$L)", Library.COMPONENT_VALUE, inMessages(value), value.expression());
    }

    /** The constant that has the numbers of an enum. */
    private String table(EnumModel model) {
        for (Map.Entry<String, EnumModel> known : enums.entrySet()) {
            if (known.getValue().name().equals(model.name())) {
                return known.getKey();
            }
        }
        String table = "NUMBERS_OF_" + OffsetConstant.upperSnake(model.name().simpleName());
        while (enums.containsKey(table)) {
            table += "_";
        }
        enums.put(table, model);
        return table;
    }

    // AccountView.OFFSET_ID
    private static CodeBlock constant(GeneratedNames names, PlacedComponent placed) {
        return CodeBlock.of("$T.$L", names.view(), names.offset(placed.component()));
    }

    private static StructOrder order(Value value) {
        return value.placed().component().orderIn(value.names().model().settings());
    }

    // p.Item#place.x
    private String inMessages(Value value) {
        return names.inMessages() + "#" + value.path();
    }

    // placeX
    private static String variable(String path) {
        StringBuilder variable = new StringBuilder();
        for (String name : path.split("\\.", -1)) {
            variable.append(variable.isEmpty() ? name : PropertyName.capitalized(name));
        }
        return variable.toString();
    }

    private String unused(String wanted) {
        String name = names.variableBesides(wanted);
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}

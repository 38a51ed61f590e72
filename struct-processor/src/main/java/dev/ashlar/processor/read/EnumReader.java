package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.Code;
import dev.ashlar.struct.StorageType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads enums and the numbers of their constants. What is wrong with an enum is said at the component that uses it. */
final class EnumReader {
    private final Elements elements;
    private final DeclarationFiles files;
    private final Findings findings;

    EnumReader(Elements elements, DeclarationFiles files, Findings findings) {
        this.elements = elements;
        this.files = files;
        this.findings = findings;
    }

    /** {@code type} as a component stores it; null, with a finding or a gap, when it cannot. */
    ComponentType.@Nullable Enumeration read(TypeElement type, StorageType storageType, ComponentSettings settings) {
        Optional<List<VariableElement>> inOrder = files.inOrder(constants(type), type);
        String name = type.getQualifiedName().toString();
        if (inOrder.isEmpty()) {
            findings.wrong(settings.site(), Message.UNKNOWN_ORDER, settings.name(), name, "constants");
            return null;
        }
        List<VariableElement> constants = inOrder.get();
        List<Element> coded = new ArrayList<>(constants);
        coded.removeIf(constant -> !Annotations.has(constant, Code.class));
        if (constants.isEmpty()) {
            findings.wrong(settings.site(), Message.ENUM_EMPTY, settings.name(), name);
            return null;
        }
        if (!coded.isEmpty() && coded.size() < constants.size()) {
            List<Element> bare = new ArrayList<>(constants);
            bare.removeAll(coded);
            String names = bare.stream().map(Object::toString).collect(Collectors.joining(", "));
            findings.wrong(settings.site(), Message.CODE_MISSING, settings.name(), name, names);
            return null;
        }
        List<Long> numbers =
                coded.isEmpty() ? LongStream.range(0, constants.size()).boxed().toList() : codes(coded, settings);
        if (numbers.size() < constants.size() || !areStorable(name, constants, numbers, storageType, settings)) {
            return null;
        }
        return new ComponentType.Enumeration(
                new EnumModel(
                        StructNames.of(type, elements),
                        DeclarationReader.isPublic(type),
                        !coded.isEmpty(),
                        constants.stream()
                                .map(constant -> constant.getSimpleName().toString())
                                .toList(),
                        numbers),
                storageType);
    }

    private static List<VariableElement> constants(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
                .toList();
    }

    private List<Long> codes(List<Element> constants, ComponentSettings settings) {
        List<Long> codes = new ArrayList<>();
        for (Element constant : constants) {
            Optional<? extends AnnotationMirror> code = Annotations.find(constant, Code.class);
            Optional<Long> number = code.flatMap(mirror -> Annotations.number(mirror, "value", 0));
            number.ifPresentOrElse(
                    codes::add,
                    () -> findings.gap(
                            settings.site(),
                            Message.UNRESOLVED_VALUE,
                            settings.name() + "." + constant.getSimpleName(),
                            "Code"));
        }
        return codes;
    }

    private boolean areStorable(
            String name,
            List<? extends Element> constants,
            List<Long> numbers,
            StorageType storageType,
            ComponentSettings settings) {
        Set<Long> seen = new HashSet<>();
        for (int index = 0; index < numbers.size(); index++) {
            long number = numbers.get(index);
            if (!seen.add(number)) {
                findings.wrong(
                        settings.site(),
                        Message.CODE_DUPLICATE,
                        settings.name(),
                        name,
                        constants.get(numbers.indexOf(number)),
                        constants.get(index),
                        number);
                return false;
            }
            if (number < storageType.min() || number > storageType.max()) {
                findings.wrong(
                        settings.site(),
                        Message.CODE_RANGE,
                        settings.name(),
                        name,
                        constants.get(index),
                        number,
                        storageType);
                return false;
            }
        }
        return true;
    }
}

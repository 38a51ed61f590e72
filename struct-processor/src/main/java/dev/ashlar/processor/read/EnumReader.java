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
        EnumModel model = model(type, settings);
        if (model == null) {
            return null;
        }
        int index = firstOutside(model, storageType.min(), storageType.max());
        if (index >= 0) {
            findings.wrong(
                    settings.site(),
                    Message.CODE_RANGE,
                    settings.name(),
                    type.getQualifiedName(),
                    model.constants().get(index),
                    model.numbers().get(index),
                    storageType);
            return null;
        }
        return new ComponentType.Enumeration(model, storageType);
    }

    /** Returns whether a bit-field holds the numbers of all constants, if it is an enum; reports it if not. */
    boolean areHeld(ComponentType.BitField bits, ComponentSettings settings) {
        EnumModel model = bits.enumeration().orElse(null);
        int index = model == null ? -1 : firstOutside(model, StorageRule.leastOf(bits), StorageRule.mostOf(bits));
        if (model == null || index < 0) {
            return true;
        }
        findings.wrong(
                settings.site(),
                Message.CODE_BITS,
                settings.name(),
                model.name().canonicalName(),
                model.constants().get(index),
                model.numbers().get(index),
                bits.width() + (bits.value().storageType().isUnsigned() ? " unsigned" : " signed"));
        return false;
    }

    /** The index of the first constant whose number is not from {@code min} to {@code max}; -1 without one. */
    private static int firstOutside(EnumModel model, long min, long max) {
        for (int index = 0; index < model.numbers().size(); index++) {
            long number = model.numbers().get(index);
            if (number < min || number > max) {
                return index;
            }
        }
        return -1;
    }

    /** The constants of {@code type} and their numbers; null, with a finding or a gap, when they cannot be told. */
    @Nullable
    EnumModel model(TypeElement type, ComponentSettings settings) {
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
        if (numbers.size() < constants.size() || !areDistinct(name, constants, numbers, settings)) {
            return null;
        }
        return new EnumModel(
                StructNames.of(type, elements),
                DeclarationReader.isPublic(type),
                !coded.isEmpty(),
                constants.stream()
                        .map(constant -> constant.getSimpleName().toString())
                        .toList(),
                numbers);
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

    private boolean areDistinct(
            String name, List<? extends Element> constants, List<Long> numbers, ComponentSettings settings) {
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
        }
        return true;
    }
}

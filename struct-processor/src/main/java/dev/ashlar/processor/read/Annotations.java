package dev.ashlar.processor.read;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The annotations of elements, read from mirrors: unlike {@code getAnnotation} these do not throw where a value is
 * missing or wrong.
 */
final class Annotations {
    private Annotations() {}

    static Optional<? extends AnnotationMirror> find(Element element, Class<? extends Annotation> annotation) {
        return find(element, annotation.getName());
    }

    /** Finds an annotation that this module does not know, as {@link #find(Element, Class)}. */
    static Optional<? extends AnnotationMirror> find(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> type(mirror).getQualifiedName().contentEquals(annotation))
                .findFirst();
    }

    /** The first of several elements' annotations. */
    static Optional<? extends AnnotationMirror> find(
            Collection<? extends Element> elements, Class<? extends Annotation> annotation) {
        return elements.stream()
                .flatMap(element -> find(element, annotation).stream())
                .findFirst();
    }

    static boolean has(Element element, Class<? extends Annotation> annotation) {
        return find(element, annotation).isPresent();
    }

    /** The value of an integer attribute: as written, else {@code absent}; empty when the compiler cannot tell it. */
    static Optional<Long> number(AnnotationMirror mirror, String attribute, long absent) {
        Optional<AnnotationValue> written = written(mirror, attribute);
        if (written.isEmpty()) {
            return Optional.of(absent);
        }
        return written.get().getValue() instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** An attribute as it is written, in words; empty when it is left out. */
    static String text(AnnotationMirror mirror, String attribute) {
        return written(mirror, attribute)
                .map(AnnotationValue::getValue)
                .map(value -> value instanceof VariableElement constant ? constant.getSimpleName() : value)
                .map(Object::toString)
                .orElse("");
    }

    /** The value of an attribute that is a string, empty unless written; empty when the compiler cannot tell it. */
    static Optional<String> string(AnnotationMirror mirror, String attribute) {
        Optional<AnnotationValue> written = written(mirror, attribute);
        if (written.isEmpty()) {
            return Optional.of("");
        }
        return written.get().getValue() instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** All arguments as they are written, without the parentheses. */
    // count = "nameLength", pad = 4
    static String arguments(AnnotationMirror mirror) {
        return mirror.getElementValues().entrySet().stream()
                .map(entry -> entry.getKey().getSimpleName() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The value of an attribute that is a class; empty when the compiler cannot tell it. */
    static Optional<TypeMirror> type(AnnotationMirror mirror, String attribute) {
        return written(mirror, attribute)
                .map(AnnotationValue::getValue)
                .filter(TypeMirror.class::isInstance)
                .map(TypeMirror.class::cast);
    }

    /** The value of an attribute that is false unless written; empty when the compiler cannot tell it. */
    static Optional<Boolean> flag(AnnotationMirror mirror, String attribute) {
        Optional<AnnotationValue> written = written(mirror, attribute);
        if (written.isEmpty()) {
            return Optional.of(false);
        }
        return written.get().getValue() instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** The value of an enum attribute: as written, else {@code absent}; empty when the compiler cannot tell it. */
    static <E extends Enum<E>> Optional<E> constant(
            AnnotationMirror mirror, String attribute, Class<E> type, E absent) {
        Optional<AnnotationValue> written = written(mirror, attribute);
        if (written.isEmpty()) {
            return Optional.of(absent);
        }
        return written.get().getValue() instanceof VariableElement constant
                ? Arrays.stream(type.getEnumConstants())
                        .filter(known -> constant.getSimpleName().contentEquals(known.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** The strings of an array attribute: none when it is left out; empty when the compiler cannot tell them. */
    static Optional<List<String>> texts(AnnotationMirror mirror, String attribute) {
        if (written(mirror, attribute)
                .map(AnnotationValue::getValue)
                .filter(value -> !(value instanceof List<?>))
                .isPresent()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (AnnotationValue value : values(mirror, attribute)) {
            if (!(value.getValue() instanceof String text)) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }

    /** The elements of an array attribute as they are written; none when it is left out or the compiler cannot tell it. */
    static List<AnnotationValue> values(AnnotationMirror mirror, String attribute) {
        return written(mirror, attribute)
                .map(value -> value.getValue() instanceof List<?> list ? list : List.of())
                .stream()
                .flatMap(List::stream)
                .filter(AnnotationValue.class::isInstance)
                .map(AnnotationValue.class::cast)
                .toList();
    }

    /** An attribute that is an annotation itself; empty when it is left out or the compiler cannot tell it. */
    static Optional<AnnotationMirror> annotation(AnnotationMirror mirror, String attribute) {
        return written(mirror, attribute)
                .map(AnnotationValue::getValue)
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast);
    }

    private static Optional<AnnotationValue> written(AnnotationMirror mirror, String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    static TypeElement type(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }
}

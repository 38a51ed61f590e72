package dev.ashlar.processor.read;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The annotations of elements, read from mirrors: unlike {@code getAnnotation} these do not throw where a value is
 * missing or wrong.
 */
final class Annotations {
    private Annotations() {}

    static Optional<? extends AnnotationMirror> find(Element element, Class<? extends Annotation> annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> type(mirror).getQualifiedName().contentEquals(annotation.getName()))
                .findFirst();
    }

    static boolean has(Element element, Class<? extends Annotation> annotation) {
        return find(element, annotation).isPresent();
    }

    /** The value of an integer attribute: as written, else {@code absent}; empty when the compiler cannot tell it. */
    static Optional<Long> number(AnnotationMirror mirror, String attribute, long absent) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue().getValue() instanceof Number number
                        ? Optional.of(number.longValue())
                        : Optional.empty();
            }
        }
        return Optional.of(absent);
    }

    static TypeElement type(AnnotationMirror mirror) {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }
}

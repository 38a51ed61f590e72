package dev.ashlar.processor.read;

import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Align;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Endian;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Scale;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.TailUnit;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The values of the annotations of one component. A value that the compiler cannot work out is a gap. */
final class ComponentSettings {
    /** The annotations that say what a {@code @Stored} says. */
    static final Map<Class<? extends Annotation>, StorageType> SHORT_FORMS =
            Map.of(U8.class, StorageType.U8, U16.class, StorageType.U16, U32.class, StorageType.U32);

    private final String name;
    private final TypeMirror type;
    private final List<? extends Element> annotated;
    private final Site site;
    private final Findings findings;

    private final boolean isKotlin;

    /** Behind the name of the type in messages, where that is not the type of the component. */
    private final String origin;

    /** The length that a codec states; 0 for none. */
    private final int codecByteSize;

    private final boolean isFormOfOneValue;

    ComponentSettings(TypeElement owner, ComponentDeclaration component, Site site, Findings findings) {
        this.name = owner.getQualifiedName() + "." + component.name();
        this.type = component.type();
        this.annotated = component.annotated();
        this.isKotlin = component.isKotlin();
        this.site = site;
        this.findings = findings;
        this.origin = "";
        this.codecByteSize = 0;
        this.isFormOfOneValue = false;
    }

    private ComponentSettings(ComponentSettings settings, TypeMirror type, int codecByteSize) {
        this.name = settings.name;
        this.type = type;
        this.annotated = settings.annotated;
        this.isKotlin = settings.isKotlin;
        this.site = settings.site;
        this.findings = settings.findings;
        this.origin = " (the stored form of " + settings.describe(settings.type) + ")";
        this.codecByteSize = codecByteSize;
        this.isFormOfOneValue = !(settings.type instanceof ArrayType);
    }

    /**
     * The same settings, for what a codec stores in place of the component.
     *
     * @param byteSize the length that the codec states; 0 for none
     */
    ComponentSettings ofStoredForm(TypeMirror stored, int byteSize) {
        return new ComponentSettings(this, stored, byteSize);
    }

    /** The settings of a struct that is part of a union, or of the union itself. */
    ComponentSettings(TypeElement struct, Site site, Findings findings) {
        this.name = struct.getQualifiedName().toString();
        this.type = struct.asType();
        this.annotated = List.of(struct);
        this.isKotlin = KotlinClass.isKotlin(struct);
        this.site = site;
        this.findings = findings;
        this.origin = "";
        this.codecByteSize = 0;
        this.isFormOfOneValue = false;
    }

    /** The name of the component in messages: {@code p.Person.age}. */
    String name() {
        return name;
    }

    /** A type in the words of the language that the user wrote. */
    String describe(TypeMirror described) {
        return (isKotlin ? TypeDescription.inKotlin(described) : TypeDescription.of(described)) + origin;
    }

    /** A primitive type, as {@link #describe(TypeMirror)}. */
    String describe(JavaPrimitive primitive) {
        return advise(primitive.keyword()) + origin;
    }

    /** Advice that names types of Java, in the words of the language that the user wrote. */
    String advise(String advice) {
        return isKotlin ? KotlinWords.of(advice) : advice;
    }

    /** Finds annotations of one component that contradict each other, as Kotlin's use-sites allow. */
    void checkContradictions() {
        for (Class<? extends Annotation> annotation : List.of(
                Length.class,
                Bits.class,
                Stored.class,
                StoredBy.class,
                Scale.class,
                Absent.class,
                Endian.class,
                Align.class,
                Offset.class,
                Tail.class)) {
            List<String> values = annotated.stream()
                    .flatMap(element -> values(element, annotation))
                    .distinct()
                    .toList();
            if (values.size() > 1) {
                String kind = annotation.getSimpleName();
                findings.wrong(site, Message.TWO_VALUES, name, kind, values.get(0), kind, values.get(1));
            }
        }
    }

    private static Stream<String> values(Element element, Class<? extends Annotation> annotation) {
        Stream<String> written = annotation == Tail.class
                ? Annotations.find(element, annotation).map(Annotations::arguments).stream()
                : Annotations.find(element, annotation).map(mirror -> Annotations.text(mirror, "value")).stream();
        return annotation == Stored.class
                ? Stream.concat(written, shortForms(element).map(StorageType::toString))
                : written;
    }

    private static Stream<StorageType> shortForms(Element element) {
        return SHORT_FORMS.entrySet().stream()
                .filter(form -> Annotations.has(element, form.getKey()))
                .map(Map.Entry::getValue)
                .sorted();
    }

    /** The place of the component in the source. */
    Site site() {
        return site;
    }

    /** The type of the component. */
    TypeMirror type() {
        return type;
    }

    /** Returns whether it has an annotation, or for {@code @Stored} a short form. */
    boolean has(Class<? extends Annotation> annotation) {
        return Annotations.find(annotated, annotation).isPresent()
                || (annotation == Stored.class
                        && annotated.stream()
                                .flatMap(ComponentSettings::shortForms)
                                .findAny()
                                .isPresent());
    }

    /** The class of a {@code @StoredBy}; empty when there is none, or none that the compiler can tell. */
    Optional<TypeMirror> codec() {
        return Annotations.find(annotated, StoredBy.class).flatMap(mirror -> Annotations.type(mirror, "value"));
    }

    @Nullable
    Integer scale() {
        Long scale = number(Scale.class);
        return scale == null ? null : scale.intValue();
    }

    /** Returns whether these are the settings of what a codec stores for one value, whose length does not differ. */
    boolean isFormOfOneValue() {
        return isFormOfOneValue;
    }

    /** Returns whether the component has a length: a {@code @Length}, or one that its codec states. */
    boolean hasLength() {
        return codecByteSize > 0 || has(Length.class);
    }

    @Nullable
    Long offset() {
        return number(Offset.class);
    }

    @Nullable
    StructOrder order() {
        return value(
                Endian.class,
                mirror -> Annotations.constant(mirror, "value", StructOrder.class, StructOrder.LITTLE_ENDIAN));
    }

    @Nullable
    Long byteAlignment() {
        return number(Align.class);
    }

    @Nullable
    Long length() {
        return codecByteSize > 0 ? Long.valueOf(codecByteSize) : number(Length.class);
    }

    @Nullable
    Long bits() {
        return number(Bits.class);
    }

    /** The number of an {@code @Absent}, as it is written. */
    @Nullable
    String absent() {
        return value(Absent.class, mirror -> Optional.of(Annotations.text(mirror, "value")));
    }

    boolean newUnit() {
        return Boolean.TRUE.equals(value(Bits.class, mirror -> Annotations.flag(mirror, "newUnit")));
    }

    /** What a {@code @Tail} says; null when the compiler cannot tell a part of it. */
    @Nullable
    TailModel tail() {
        String count = value(Tail.class, mirror -> Annotations.string(mirror, "count"));
        TailUnit unit =
                value(Tail.class, mirror -> Annotations.constant(mirror, "unit", TailUnit.class, TailUnit.ELEMENTS));
        Long pad = value(Tail.class, mirror -> Annotations.number(mirror, "pad", 1));
        Boolean toEnd = value(Tail.class, mirror -> Annotations.flag(mirror, "toEnd"));
        return count == null || unit == null || pad == null || toEnd == null
                ? null
                : new TailModel(count.isEmpty() ? null : count, unit, pad, toEnd);
    }

    /** The type of a {@code @Stored} or a short form; null when there is none, or none that the compiler can tell. */
    @Nullable
    StorageType stored() {
        Optional<StorageType> shortForm =
                annotated.stream().flatMap(ComponentSettings::shortForms).findFirst();
        if (shortForm.isPresent()) {
            return shortForm.get();
        }
        return value(Stored.class, mirror -> Annotations.constant(mirror, "value", StorageType.class, StorageType.I8));
    }

    private @Nullable Long number(Class<? extends Annotation> annotation) {
        return value(annotation, mirror -> Annotations.number(mirror, "value", -1));
    }

    private <T> @Nullable T value(
            Class<? extends Annotation> annotation, Function<AnnotationMirror, Optional<T>> attribute) {
        Optional<? extends AnnotationMirror> mirror = Annotations.find(annotated, annotation);
        if (mirror.isEmpty()) {
            return null;
        }
        Optional<T> value = attribute.apply(mirror.get());
        if (value.isEmpty()) {
            findings.gap(site, Message.UNRESOLVED_VALUE, name(), annotation.getSimpleName());
        }
        return value.orElse(null);
    }
}

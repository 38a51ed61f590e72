package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.StoredForm;
import dev.ashlar.struct.Tail;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a codec stores a value, and what its {@code @StoredForm} says of it.
 *
 * @param suffix the end of the names of its accessors
 * @param takesLength whether the length of a {@code byte[]} is that of the component
 * @param byteSize the length of a {@code byte[]}; 0 for every other type
 */
record CodecForm(
        TypeElement codec,
        TypeMirror stored,
        boolean takesLength,
        String suffix,
        int byteSize,
        ComponentSettings settings,
        Findings findings) {
    private static final String DEFAULT_SUFFIX = "Stored";

    /** Reads the form; null, with a finding or a gap, when it cannot be stored. */
    static @Nullable CodecForm of(
            TypeElement codec,
            TypeMirror stored,
            boolean takesLength,
            NestedReader nested,
            ComponentSettings settings,
            Findings findings) {
        Optional<? extends AnnotationMirror> form = Annotations.find(codec, StoredForm.class);
        String suffix = form.map(mirror -> Annotations.text(mirror, "name"))
                .filter(name -> !name.isEmpty())
                .orElse(DEFAULT_SUFFIX);
        Optional<Long> byteSize =
                form.map(mirror -> Annotations.number(mirror, "byteSize", 0)).orElse(Optional.of(0L));
        if (byteSize.isEmpty()) {
            findings.gap(settings.site(), Message.UNRESOLVED_VALUE, codec.getQualifiedName(), "StoredForm");
            return null;
        }
        if (!suffix.matches("\\p{Lu}[\\p{L}\\p{Nd}]*")) {
            findings.wrong(settings.site(), Message.CODEC_NAME, settings.name(), codec.getQualifiedName(), suffix);
            return null;
        }
        if (takesLength && byteSize.get() == 0) {
            // The reader of the stored form asks for the length, and checks it.
            return new CodecForm(codec, stored, true, suffix, 0, settings, findings);
        }
        CodecForm read =
                new CodecForm(codec, stored, false, suffix, byteSize.get().intValue(), settings, findings);
        return read.isStorable(nested) ? read : null;
    }

    /** Returns whether a component of type {@code component} takes this form, with a finding if it does not. */
    boolean fits(TypeMirror component) {
        boolean isArray = component instanceof ArrayType;
        boolean isElement = byteSize == 0 && !isText() && !takesLength;
        if (isArray && !isElement) {
            findings.wrong(
                    settings.site(),
                    Message.CODEC_ELEMENT,
                    settings.name(),
                    codec.getQualifiedName(),
                    TypeDescription.of(stored));
            return false;
        }
        boolean hasLength = byteSize > 0 && settings.has(Length.class);
        boolean isTail = (byteSize > 0 || takesLength) && settings.has(Tail.class);
        if (hasLength || isTail) {
            findings.wrong(
                    settings.site(),
                    hasLength ? Message.LENGTH_MISPLACED : Message.TAIL_TYPE,
                    settings.name(),
                    settings.describe(component));
            return false;
        }
        return true;
    }

    private boolean isStorable(NestedReader nested) {
        boolean isBytes =
                stored instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE;
        if (isBytes) {
            boolean isPossible = byteSize >= 1 && byteSize <= StructModel.MAX_BYTE_SIZE;
            return isPossible
                    || refuse(
                            byteSize == 0 ? " without a length" : " of byteSize = " + byteSize,
                            "say how many bytes there are: @StoredForm(byteSize = 16) on the codec");
        }
        if (byteSize != 0) {
            return refuse(" of byteSize = " + byteSize, "remove byteSize from its @StoredForm; it is for byte[]");
        }
        return stored.getKind().isPrimitive() || isText() || isStructOrEnum(nested) || refuse("", advice());
    }

    private String advice() {
        return stored instanceof ArrayType
                ? "return a byte[] of fixed length, or a record with @Struct that holds the array"
                : "return a primitive type, an enum, a String, a record with @Struct, or a byte[] of fixed length";
    }

    private boolean isText() {
        return TypeDescription.qualifiedName(stored).equals("java.lang.String");
    }

    private boolean isStructOrEnum(NestedReader nested) {
        return stored instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && (element.getKind() == ElementKind.ENUM || nested.isStruct(element));
    }

    private boolean refuse(String detail, String advice) {
        findings.wrong(
                settings.site(),
                Message.CODEC_STORED,
                settings.name(),
                codec.getQualifiedName(),
                TypeDescription.of(stored) + detail,
                advice);
        return false;
    }
}

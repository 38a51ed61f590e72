package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Tail;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the type of a component: how it is stored, or why it cannot be. */
final class ComponentTypeReader {
    private final ComponentSettings settings;
    private final ElementTypeReader types;
    private final ReferenceReader references;
    private final Findings findings;

    ComponentTypeReader(
            ComponentSettings settings, ElementTypeReader types, ReferenceReader references, Findings findings) {
        this.settings = settings;
        this.types = types;
        this.references = references;
        this.findings = findings;
    }

    /** Reads {@code type}; null, with a finding, when it cannot be stored. */
    @Nullable
    ComponentType read(TypeMirror type) {
        ComponentType stored = stored(type);
        boolean isArray = type instanceof ArrayType;
        // Of a type that is refused the advice may be a @Length.
        if (stored != null && settings.has(Length.class) && !isArray && !isText(type)) {
            wrong(Message.LENGTH_MISPLACED, type);
        }
        return stored;
    }

    private static boolean isText(TypeMirror type) {
        return TypeDescription.qualifiedName(type).equals("java.lang.String");
    }

    private @Nullable ComponentType stored(TypeMirror type) {
        String name = TypeDescription.qualifiedName(type);
        boolean isText = isText(type);
        boolean isPointer = name.equals("java.lang.foreign.MemorySegment");
        boolean canBeBits = type.getKind().isPrimitive() || ElementTypeReader.isEnum(type);
        if (settings.has(Bits.class) && !canBeBits) {
            types.bitsMisplaced(type, settings);
        }
        if (settings.has(Stored.class) && (isText || isPointer)) {
            wrong(Message.STORED_MISPLACED, type);
        }
        if (settings.has(Tail.class)) {
            return tail(type, isText);
        }
        if (settings.has(Atomic.class)) {
            return atomic(type);
        }
        if (isText) {
            Integer length = length(type, "bytes of UTF-8");
            return length == null ? null : new ComponentType.FixedText(length);
        }
        if (isPointer) {
            return new ComponentType.Pointer();
        }
        if (type instanceof ArrayType array) {
            return array(array);
        }
        if (type instanceof DeclaredType declared && name.equals(ReferenceReader.REF)) {
            return references.read(declared, settings);
        }
        return settings.has(Bits.class) && canBeBits ? bits(type) : types.element(type, settings);
    }

    private @Nullable ComponentType tail(TypeMirror type, boolean isText) {
        if (settings.has(Length.class)) {
            findings.wrong(settings.site(), Message.TAIL_AND_LENGTH, settings.name());
            return null;
        }
        TailModel tail = settings.tail();
        if (tail == null) {
            return null;
        }
        if (isText) {
            return new ComponentType.TextTail(tail);
        }
        if (!(type instanceof ArrayType array)) {
            wrong(Message.TAIL_TYPE, type);
            return null;
        }
        ComponentType.Element element = types.arrayElement(array.getComponentType(), settings);
        return element == null ? null : new ComponentType.ArrayTail(element, tail);
    }

    private @Nullable ComponentType atomic(TypeMirror type) {
        boolean hasAccess = type.getKind() == TypeKind.INT || type.getKind() == TypeKind.LONG;
        if (!hasAccess || settings.has(Bits.class)) {
            atomicType(type);
            return null;
        }
        ComponentType stored = types.element(type, settings);
        if (!(stored instanceof ComponentType.Primitive value)) {
            return null;
        }
        if (value.isNarrowed()) {
            atomicType(type);
            return null;
        }
        return new ComponentType.Atomic(value);
    }

    private @Nullable ComponentType array(ArrayType type) {
        ComponentType.Element element = types.arrayElement(type.getComponentType(), settings);
        if (element == null) {
            return null;
        }
        Integer length = length(type, "elements");
        return length == null ? null : new ComponentType.FixedArray(element, length);
    }

    private @Nullable ComponentType bits(TypeMirror type) {
        ComponentType.Scalar value = types.unit(type, settings);
        Long width = settings.bits();
        if (value == null || width == null) {
            return null;
        }
        int most = StorageRule.mostBits(value);
        if (width < 1 || width > most) {
            findings.wrong(
                    settings.site(),
                    Message.BITS_RANGE,
                    settings.name(),
                    width,
                    most,
                    value.storageType(),
                    settings.advise(value.typeName()),
                    width == 0
                            ? "; where C has a bit-field of width 0, the next one starts a new unit: @Bits(value = n, newUnit"
                                    + " = true)"
                            : "");
            return null;
        }
        ComponentType.BitField bits = new ComponentType.BitField(value, width.intValue(), settings.newUnit());
        return types.areHeld(bits, settings) ? bits : null;
    }

    private @Nullable Integer length(TypeMirror type, String counted) {
        if (!settings.hasLength()) {
            findings.wrong(
                    settings.site(),
                    Message.LENGTH_MISSING,
                    settings.name(),
                    settings.describe(settings.type()),
                    counted,
                    settings.isFormOfOneValue() ? "" : tailAdvice(type));
            return null;
        }
        Long length = settings.length();
        if (length == null) {
            return null;
        }
        if (length < 1 || length > StructModel.MAX_BYTE_SIZE) {
            findings.wrong(
                    settings.site(),
                    Message.LENGTH_RANGE,
                    settings.name(),
                    length,
                    1,
                    StructModel.MAX_BYTE_SIZE,
                    counted,
                    length == 0 ? "; what differs from record to record is a last component with @Tail" : "");
            return null;
        }
        return length.intValue();
    }

    private String tailAdvice(TypeMirror type) {
        boolean isChars =
                type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.CHAR;
        return ", or let the last component be as long as each record says, @Tail"
                + (isChars
                        ? settings.advise(
                                "; a char has 2 bytes here: text is better a String, and an array of C's char a"
                                        + " byte[]")
                        : "");
    }

    private void atomicType(TypeMirror type) {
        findings.wrong(
                settings.site(),
                Message.ATOMIC_TYPE,
                settings.name(),
                settings.describe(type),
                settings.advise("int or long"));
    }

    private void wrong(Message message, TypeMirror type) {
        findings.wrong(settings.site(), message, settings.name(), settings.describe(type));
    }
}

package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructSettings;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.processor.model.UnionModel;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text that the fingerprint of a struct is made of: a line for the struct, and one for each component, in the order of
 * their offsets.
 *
 * <pre>{@code
 * struct 1 size 40 alignment 8 order LITTLE_ENDIAN
 * 0 id number I32
 * 4 colour constant I32 RED=0 GREEN=1
 * 8 ends struct 0123456789abcdef[2]
 * 24 mode bits I32 0:3
 * 28 text text U8[] at 32
 * 36 levels number U8[4] optional 0:4
 * 38 port number U16 order BIG_ENDIAN
 * 40 created number I64 by dev.ashlar.struct.codec.InstantNanos
 * }</pre>
 *
 * <p>Everything that decides what a byte means is in it and nothing else: no name of a Java type, but for the target of a
 * reference and for codecs.
 */
final class LayoutText {
    private static final int VERSION = 1;

    /** The version of structs with codecs. */
    private static final int VERSION_WITH_CODECS = 2;

    /** The version of structs with optional components. */
    private static final int VERSION_WITH_OPTIONALS = 3;

    /** The version of structs with components whose byte order is not that of the struct, or with enums in bit-fields. */
    private static final int VERSION_WITH_ORDERS = 4;

    /** The version of structs with tails that a component counts, or that reach to the end of the handle. */
    private static final int VERSION_WITH_COUNTS = 5;

    private final Layouts layouts;

    LayoutText(Layouts layouts) {
        this.layouts = layouts;
    }

    String of(StructModel struct) {
        StructLayout layout = layouts.of(struct);
        StringBuilder text =
                new StringBuilder("struct " + version(struct) + " size " + layout.byteSize() + " alignment "
                        + layout.byteAlignment() + " order " + struct.settings().order() + "\n");
        for (PlacedComponent placed : layout.components()) {
            text.append(placed.byteOffset())
                    .append(' ')
                    .append(placed.name())
                    .append(' ')
                    .append(kind(placed))
                    .append(order(placed.component(), struct.settings()))
                    .append(codec(placed.component()))
                    .append(placed.absence())
                    .append('\n');
        }
        return text.toString();
    }

    private static int version(StructModel struct) {
        if (struct.reachesEnd() || struct.components().stream().anyMatch(struct::isCount)) {
            return VERSION_WITH_COUNTS;
        }
        if (struct.components().stream()
                .anyMatch(component -> component.differsFrom(struct.settings()) || isConstantInBits(component))) {
            return VERSION_WITH_ORDERS;
        }
        if (struct.components().stream().anyMatch(component -> component.absence() != null)) {
            return VERSION_WITH_OPTIONALS;
        }
        return struct.components().stream().anyMatch(component -> component.codec() != null)
                ? VERSION_WITH_CODECS
                : VERSION;
    }

    private static boolean isConstantInBits(ComponentModel component) {
        return component.storedType() instanceof ComponentType.BitField bits
                && bits.enumeration().isPresent();
    }

    //  order BIG_ENDIAN
    private static String order(ComponentModel component, StructSettings settings) {
        return component.differsFrom(settings) ? " order " + component.order() : "";
    }

    //  by p.MoneyCodec
    //  by dev.ashlar.struct.codec.ScaledDecimal scale 4
    private static String codec(ComponentModel component) {
        return component.codec() == null ? "" : " by " + component.codec().text();
    }

    private String kind(PlacedComponent placed) {
        return switch (placed.type()) {
            case ComponentType.Element element -> element(element);
            case ComponentType.FixedArray array -> element(array.element()) + "[" + array.length() + "]";
            case ComponentType.FixedText text -> "text U8[" + text.length() + "]";
            case ComponentType.TextTail text -> "text U8" + elements(text.tail(), placed);
            case ComponentType.ArrayTail tail -> element(tail.element()) + elements(tail.tail(), placed);
            case ComponentType.Atomic atomic -> "atomic " + atomic.value().storageType();
            case ComponentType.Presence presence -> "presence " + presence.count();
            case ComponentType.Pointer pointer -> "pointer";
            case ComponentType.Reference reference ->
                "reference " + reference.storageType() + " "
                        + reference.target().canonicalName();
            case ComponentType.BitField bits ->
                "bits " + bits.value().storageType() + " " + placed.bitOffset() + ":" + bits.width()
                        + (bits.isTruth() ? " truth" : "")
                        + bits.enumeration().map(LayoutText::constants).orElse("");
            case ComponentType.Tag tag -> "tag " + tag.storageType();
            case ComponentType.Union union -> "union " + placed.byteSize() + variants(union.union());
        };
    }

    // [] at 32
    // [to end]
    // [nameLength] pad 4
    // [extraByteSize in bytes] after name
    private static String elements(TailModel tail, PlacedComponent placed) {
        if (tail.hasLength()) {
            return "[] at " + placed.valueOffset();
        }
        return (tail.toEnd() ? "[to end]" : "[" + tail.count() + (tail.isInBytes() ? " in bytes]" : "]"))
                + (tail.pad() > 1 ? " pad " + tail.pad() : "")
                + (placed.isBehindTail() ? " after " + placed.tailBefore() : "");
    }

    private String element(ComponentType.Element element) {
        return switch (element) {
            case ComponentType.Primitive primitive ->
                switch (primitive.primitive()) {
                            case BOOLEAN -> "truth ";
                            case CHAR -> "letter ";
                            default -> "number ";
                        }
                        + primitive.storageType();
            case ComponentType.Enumeration enumeration ->
                "constant " + enumeration.storageType() + constants(enumeration.model());
            case ComponentType.Nested nested -> struct(nested.struct());
        };
    }

    // struct 0123456789abcdef
    private String struct(StructModel nested) {
        return "struct " + HexFormat.of().toHexDigits(layouts.fingerprint(nested));
    }

    /**
     * The constants of an enum by their numbers: the order of declaration means nothing where constants have numbers of
     * their own.
     */
    // RED=0 GREEN=1
    private static String constants(EnumModel model) {
        return IntStream.range(0, model.constants().size())
                .boxed()
                .sorted(Comparator.comparing(model.numbers()::get))
                .map(index -> " " + model.constants().get(index) + "="
                        + model.numbers().get(index))
                .collect(Collectors.joining());
    }

    // Circle=0 struct 0123456789abcdef Rect=1 struct 123456789abcdef0
    private String variants(UnionModel union) {
        return union.variants().stream()
                .sorted(Comparator.comparingLong(UnionModel.Variant::number))
                .map(variant -> " " + variant.name() + "=" + variant.number() + " " + struct(variant.struct()))
                .collect(Collectors.joining());
    }
}

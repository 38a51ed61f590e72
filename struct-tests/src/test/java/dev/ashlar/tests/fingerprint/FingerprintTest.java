package dev.ashlar.tests.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructConstant;
import dev.ashlar.struct.StructType;
import dev.ashlar.struct.StructVariant;
import dev.ashlar.tests.bitfield.BigCardView;
import dev.ashlar.tests.endian.PacketView;
import dev.ashlar.tests.endian.SamplesView;
import dev.ashlar.tests.endian.WireView;
import dev.ashlar.tests.optional.ElementsView;
import dev.ashlar.tests.optional.EverythingView;
import dev.ashlar.tests.optional.LevelsView;
import dev.ashlar.tests.optional.NoteView;
import dev.ashlar.tests.optional.SentinelsView;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Fingerprints as {@code docs/fingerprints.md} defines them, for every kind of component. */
class FingerprintTest {
    @Test
    void fingerprint_ofEveryKind_isThatOfTheFormat() throws NoSuchAlgorithmException {
        Set<Long> all = new HashSet<>();
        for (StructType<?, ?> type : List.of(
                PointView.type(),
                EveryKindView.type(),
                PackedView.type(),
                WordsView.type(),
                RouteView.type(),
                ShapeView.type(),
                EverythingView.type(),
                SentinelsView.type(),
                NoteView.type(),
                ElementsView.type(),
                LevelsView.type(),
                PacketView.type(),
                WireView.type(),
                SamplesView.type(),
                BigCardView.type())) {
            assertThat(type.fingerprint()).as(text(type)).isEqualTo(sha256(text(type)));
            all.add(type.fingerprint());
        }
        assertThat(all).hasSize(15);
    }

    @Test
    void fingerprint_changesWithTheBytesAndNotWithNames() {
        long one = OneView.type().fingerprint();
        assertThat(RenamedView.type().fingerprint()).isEqualTo(one);
        assertThat(WiderView.type().fingerprint()).isEqualTo(one);
        for (StructType<?, ?> other :
                List.of(SwappedView.type(), UnsignedView.type(), AlignedView.type(), BigView.type())) {
            assertThat(other.fingerprint()).as(other.name()).isNotEqualTo(one);
        }
    }

    /** The text of the format, made of what is known at run time. */
    private static String text(StructType<?, ?> type) {
        return "struct " + version(type) + " size " + type.byteSize() + " alignment " + type.byteAlignment() + " order "
                + type.order()
                + "\n"
                + type.components().stream()
                        .map(component -> component.byteOffset() + " " + component.name() + " " + kind(type, component)
                                + count(component) + order(type, component) + codec(component) + absence(component)
                                + "\n")
                        .collect(Collectors.joining());
    }

    private static String order(StructType<?, ?> type, StructComponent component) {
        return component.order() == type.order() ? "" : " order " + component.order();
    }

    private static int version(StructType<?, ?> type) {
        if (type.components().stream()
                .anyMatch(component -> component.order() != type.order()
                        || (component.isBitField() && !component.constants().isEmpty()))) {
            return 4;
        }
        if (type.components().stream().anyMatch(each -> each.isOptional() || each.hasOptionalElements())) {
            return 3;
        }
        return type.components().stream().anyMatch(component -> component.codec() != null) ? 2 : 1;
    }

    private static String codec(StructComponent component) {
        return component.codec() == null ? "" : " by " + component.codec();
    }

    private static String absence(StructComponent component) {
        if (component.sentinel() != null) {
            return " absent " + component.sentinel();
        }
        if (component.presenceBit() < 0) {
            return "";
        }
        return " optional " + component.presenceBit()
                + (component.hasOptionalElements() ? ":" + component.length() : "");
    }

    private static String count(StructComponent component) {
        if (component.isTail()) {
            return "[] at " + component.tailOffset();
        }
        return component.isSequence() ? "[" + component.length() + "]" : "";
    }

    private static String kind(StructType<?, ?> type, StructComponent component) {
        return switch (component.kind()) {
            case ComponentKind.Numeric number -> "number " + number.storageType();
            case ComponentKind.Truth truth -> "truth " + truth.storageType();
            case ComponentKind.Letter letter -> "letter " + letter.storageType();
            case ComponentKind.Atomic atomic -> "atomic " + atomic.storageType();
            case ComponentKind.Tag tag -> "tag " + tag.storageType();
            case ComponentKind.Text text -> "text U8";
            case ComponentKind.Pointer pointer -> "pointer";
            case ComponentKind.Reference reference ->
                "reference " + reference.storageType() + " "
                        + type.target(component.name()).name();
            case ComponentKind.Constant constant ->
                "constant " + constant.storageType() + constants(constant.constants());
            case ComponentKind.Bits bits ->
                "bits " + bits.storageType() + " " + bits.bitOffset() + ":" + bits.bitWidth()
                        + (bits.isTruth() ? " truth" : "")
                        + constants(bits.constants());
            case ComponentKind.Presence presence -> "presence " + presence.count();
            case ComponentKind.Nested nested -> "struct " + digits(Objects.requireNonNull(nested.struct()));
            case ComponentKind.Union union ->
                "union " + union.byteSize()
                        + union.variants().stream()
                                .sorted(Comparator.comparingLong(StructVariant::number))
                                .map(each -> " " + simpleName(each.struct()) + "=" + each.number() + " struct "
                                        + digits(each.struct()))
                                .collect(Collectors.joining());
        };
    }

    private static String constants(List<StructConstant> constants) {
        return constants.stream()
                .sorted(Comparator.comparingLong(StructConstant::number))
                .map(each -> " " + each.name() + "=" + each.number())
                .collect(Collectors.joining());
    }

    private static String simpleName(StructType<?, ?> type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }

    private static String digits(StructType<?, ?> type) {
        return "%016x".formatted(type.fingerprint());
    }

    private static long sha256(String text) throws NoSuchAlgorithmException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}

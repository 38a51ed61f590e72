package dev.ashlar.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructConstant;
import dev.ashlar.struct.StructType;
import dev.ashlar.struct.StructVariant;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Fingerprints are those of {@code docs/fingerprints.md}, for every kind of component. */
class FingerprintTest {
    private static final Path FORMAT = Path.of("..", "docs", "fingerprints.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "The text of `(\\w+)`, whose fingerprint is `(\\p{XDigit}{16})`:\\n\\n```\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern DECLARATIONS = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void examples_ofTheFormat_areTrue() throws Exception {
        String text = Files.readString(FORMAT);
        Matcher declarations = DECLARATIONS.matcher(text);
        assertThat(declarations.find()).isTrue();
        ClassLoader loader = Compiled.of(Pattern.compile("\\n\\n")
                        .splitAsStream(declarations.group(1))
                        .map(Snippet::inPackage)
                        .toArray(String[]::new))
                .loader();
        Matcher example = EXAMPLE.matcher(text);
        int examples = 0;
        while (example.find()) {
            long fingerprint = Long.parseUnsignedLong(example.group(2), 16);
            assertThat(sha256(example.group(3))).isEqualTo(fingerprint);
            assertThat(type(loader, example.group(1)).fingerprint()).isEqualTo(fingerprint);
            examples++;
        }
        assertThat(examples).isEqualTo(2);
    }

    @Test
    void fingerprint_ofEveryKind_isThatOfTheFormat() throws Exception {
        ClassLoader loader = Compiled.of(
                        Snippet.inPackage("@Struct record Point(int x, @Stored(StorageType.U8) short y) {}"),
                        Snippet.inPackage("enum Colour { RED, GREEN }"),
                        Snippet.inPackage("enum Level { @Code(10) HIGH, @Code(-2) LOW }"),
                        Snippet.inPackage("""
                                @Struct(align = 16)
                                record All(boolean on, char letter, byte b, long l, float f, double d, @Atomic int count,
                                        Colour colour, @Stored(StorageType.I8) Level level, @Length(3) Level[] levels,
                                        @Bits(3) int mode, @Bits(1) boolean open, @Length(5) String name,
                                        java.lang.foreign.MemorySegment data, @Stored(StorageType.U32) Ref<Point> next,
                                        Point at, @Length(2) Point[] path, @Length(2) double[] xs) {}
                                """),
                        Snippet.inPackage("@Struct(packed = true, order = StructOrder.BIG_ENDIAN)"
                                + " record Packed(byte id, int value, Shape shape) {}"),
                        Snippet.inPackage(
                                "@Struct(order = StructOrder.NATIVE) record Words(byte id, @Tail String text) {}"),
                        Snippet.inPackage("@Struct record Route(byte id, @Tail Point[] points) {}"),
                        Snippet.inPackage("""
                                @Struct sealed interface Shape {
                                    @Struct @Code(7) record Circle(double radius) implements Shape {}
                                    @Struct @Code(3) record Dot(Point at) implements Shape {}
                                }
                                """))
                .loader();
        Set<Long> all = new HashSet<>();
        for (String name : List.of("Point", "All", "Packed", "Words", "Route", "Shape")) {
            StructType<?, ?> type = type(loader, name);
            assertThat(type.fingerprint()).as(text(type)).isEqualTo(sha256(text(type)));
            all.add(type.fingerprint());
        }
        assertThat(all).hasSize(6);
    }

    @Test
    void fingerprint_changesWithTheBytesAndNotWithNames() throws Exception {
        ClassLoader loader = Compiled.of(
                        Snippet.inPackage("@Struct record One(int x, int y) {}"),
                        Snippet.inPackage("@Struct record Renamed(int x, int y) {}"),
                        Snippet.inPackage("@Struct record Wider(@Stored(StorageType.I32) long x, int y) {}"),
                        Snippet.inPackage("@Struct record Swapped(int y, int x) {}"),
                        Snippet.inPackage("@Struct record Unsigned(@Stored(StorageType.U32) long x, int y) {}"),
                        Snippet.inPackage("@Struct(align = 8) record Aligned(int x, int y) {}"),
                        Snippet.inPackage("@Struct(order = StructOrder.BIG_ENDIAN) record Big(int x, int y) {}"))
                .loader();
        long one = type(loader, "One").fingerprint();
        assertThat(type(loader, "Renamed").fingerprint()).isEqualTo(one);
        assertThat(type(loader, "Wider").fingerprint()).isEqualTo(one);
        for (String other : List.of("Swapped", "Unsigned", "Aligned", "Big")) {
            assertThat(type(loader, other).fingerprint()).as(other).isNotEqualTo(one);
        }
    }

    private static StructType<?, ?> type(ClassLoader loader, String name) throws Exception {
        Class<?> view = loader.loadClass("p." + name + "View");
        var type = view.getDeclaredMethod("type");
        type.setAccessible(true);
        return (StructType<?, ?>) type.invoke(null);
    }

    /** The text of the format, made of what is known at run time. */
    private static String text(StructType<?, ?> type) {
        return "struct 1 size " + type.byteSize() + " alignment " + type.byteAlignment() + " order " + type.order()
                + "\n"
                + type.components().stream()
                        .map(component -> component.byteOffset() + " " + component.name() + " " + kind(type, component)
                                + count(component) + "\n")
                        .collect(Collectors.joining());
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
                "constant " + constant.storageType()
                        + constant.constants().stream()
                                .sorted(Comparator.comparingLong(StructConstant::number))
                                .map(each -> " " + each.name() + "=" + each.number())
                                .collect(Collectors.joining());
            case ComponentKind.Bits bits ->
                "bits " + bits.storageType() + " " + bits.bitOffset() + ":" + bits.bitWidth()
                        + (bits.isTruth() ? " truth" : "");
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

    private static String simpleName(StructType<?, ?> type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }

    private static String digits(StructType<?, ?> type) {
        return "%016x".formatted(type.fingerprint());
    }

    private static long sha256(String text) throws Exception {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)))
                .getLong();
    }
}

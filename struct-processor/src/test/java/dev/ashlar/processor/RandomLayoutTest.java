package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.processor.model.JavaPrimitive;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Generated offsets against those that {@code java.lang.foreign} computes for the same C struct; {@code
 * -Dashlar.structs=…} says how many.
 */
class RandomLayoutTest {
    private static final int STRUCTS = Integer.getInteger("ashlar.structs", 60);
    private static final List<JavaPrimitive> TYPES = List.of(JavaPrimitive.values());
    private static final int MOST_COMPONENTS = 12;

    @Test
    void offsets_whenPrimitivesAreRandom_areThoseOfC() throws ReflectiveOperationException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<List<JavaPrimitive>> structs = new ArrayList<>();
        String[] sources = new String[STRUCTS];
        for (int number = 0; number < STRUCTS; number++) {
            List<JavaPrimitive> types = random.ints(1 + random.nextInt(MOST_COMPONENTS), 0, TYPES.size())
                    .mapToObj(TYPES::get)
                    .toList();
            structs.add(types);
            sources[number] = source(number, types);
        }
        ClassLoader loader = Compiled.of(sources).loader();
        for (int number = 0; number < STRUCTS; number++) {
            Class<?> view = loader.loadClass("p.S" + number + "View");
            assertThat(view.getMethod("layout").invoke(null))
                    .as("seed=%s struct=%s", seed, sources[number])
                    .isEqualTo(assertOffsets(view, structs.get(number), seed));
        }
    }

    /** Compares all constants; returns the layout. */
    private static MemoryLayout assertOffsets(Class<?> view, List<JavaPrimitive> types, long seed)
            throws ReflectiveOperationException {
        MemoryLayout expected = cLayout(view.getSimpleName().replace("View", ""), types);
        assertThat(view.getField("BYTE_SIZE").get(null)).as("seed=%s", seed).isEqualTo(expected.byteSize());
        assertThat(view.getField("BYTE_ALIGNMENT").get(null))
                .as("seed=%s", seed)
                .isEqualTo(expected.byteAlignment());
        for (int index = 0; index < types.size(); index++) {
            assertThat(view.getField("OFFSET_C" + index).get(null))
                    .as("seed=%s struct=%s component=%s", seed, expected, index)
                    .isEqualTo(expected.byteOffset(PathElement.groupElement("c" + index)));
        }
        return expected;
    }

    private static String source(int number, List<JavaPrimitive> types) {
        List<String> components = new ArrayList<>();
        for (JavaPrimitive type : types) {
            components.add(type.name().toLowerCase(Locale.ROOT) + " c" + components.size());
        }
        return Snippet.inPackage("@Struct public record S" + number + "(" + String.join(", ", components) + ") {}");
    }

    /** Pads until the struct layout accepts the next member, which it does only at its natural alignment. */
    private static MemoryLayout cLayout(String name, List<JavaPrimitive> types) {
        List<MemoryLayout> members = new ArrayList<>();
        for (int index = 0; index < types.size(); index++) {
            MemoryLayout next = valueLayout(types.get(index)).withName("c" + index);
            pad(members, next.byteAlignment());
            members.add(next);
        }
        pad(members, struct(members).byteAlignment());
        return struct(members).withName(name);
    }

    private static void pad(List<MemoryLayout> members, long byteAlignment) {
        long missing = -struct(members).byteSize() & (byteAlignment - 1);
        if (missing > 0) {
            members.add(MemoryLayout.paddingLayout(missing));
        }
    }

    private static MemoryLayout struct(List<MemoryLayout> members) {
        return MemoryLayout.structLayout(members.toArray(MemoryLayout[]::new));
    }

    private static ValueLayout valueLayout(JavaPrimitive type) {
        ValueLayout layout = switch (type) {
            case BYTE, BOOLEAN -> ValueLayout.JAVA_BYTE;
            case SHORT -> ValueLayout.JAVA_SHORT;
            case INT -> ValueLayout.JAVA_INT;
            case LONG -> ValueLayout.JAVA_LONG;
            case FLOAT -> ValueLayout.JAVA_FLOAT;
            case DOUBLE -> ValueLayout.JAVA_DOUBLE;
            case CHAR -> ValueLayout.JAVA_CHAR;
        };
        return layout.withOrder(ByteOrder.LITTLE_ENDIAN);
    }
}

package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** native-image links no downcall that was not declared to it; the declaration must be what the code links. */
class NativeImageMetadataTest {
    private static final String METADATA =
            "/META-INF/native-image/dev.ashlar/allocator-core/reachability-metadata.json";
    private static final Pattern DOWNCALL =
            Pattern.compile("\\{\\s*\"returnType\": \"(\\w+)\",\\s*\"parameterTypes\": \\[([^]]*)]\\s*}");

    @Test
    void downcalls_areDeclared() throws IOException {
        assertThat(declared())
                .containsExactly(
                        described(NativeCalls.MMAP),
                        described(NativeCalls.CHANGE),
                        described(NativeCalls.MUNMAP),
                        described(NativeCalls.MINCORE),
                        described(NativeCalls.GETPAGESIZE),
                        described(NativeCalls.VIRTUAL_ALLOC));
    }

    private static List<String> declared() throws IOException {
        try (InputStream metadata = NativeCalls.class.getResourceAsStream(METADATA)) {
            assertThat(metadata).isNotNull();
            String text = new String(metadata.readAllBytes(), StandardCharsets.UTF_8);
            List<String> downcalls = new ArrayList<>();
            for (Matcher downcall = DOWNCALL.matcher(text); downcall.find(); ) {
                downcalls.add(downcall.group(1) + "(" + downcall.group(2).replace("\"", "") + ")");
            }
            return downcalls;
        }
    }

    private static String described(FunctionDescriptor function) {
        return named(function.returnLayout().orElseThrow())
                + function.argumentLayouts().stream()
                        .map(NativeImageMetadataTest::named)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** As native-image names the layouts of Java's types. */
    private static String named(MemoryLayout layout) {
        return switch (layout) {
            case ValueLayout.OfLong _ -> "jlong";
            case ValueLayout.OfInt _ -> "jint";
            default -> throw new IllegalArgumentException(layout.toString());
        };
    }
}

package dev.ashlar.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.struct.StructType;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/fingerprints.md}. */
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
        assertThat(examples).isEqualTo(3);
    }

    private static StructType<?, ?> type(ClassLoader loader, String name) throws Exception {
        Class<?> view = loader.loadClass("p." + name + "View");
        var type = view.getDeclaredMethod("type");
        type.setAccessible(true);
        return (StructType<?, ?>) type.invoke(null);
    }

    private static long sha256(String text) throws Exception {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)))
                .getLong();
    }
}

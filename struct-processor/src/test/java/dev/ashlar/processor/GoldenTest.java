package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated code as a whole, to be read. {@code mvn -pl struct-processor -am test -Dashlar.updateGoldens=true} writes
 * the golden files anew; review the difference before you commit it.
 */
class GoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/golden");
    private static final String PERSON = """
            package p;

            import dev.ashlar.struct.Length;
            import dev.ashlar.struct.Struct;

            @Struct
            public record Person(int id, double height, boolean member, @Length(16) String name) {}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"PersonView", "PersonArray"})
    void source_isAsReviewed(String name) throws IOException {
        String source = Compiled.of(PERSON).generatedSource("p." + name);
        Path golden = GOLDENS.resolve(name + ".java.txt");
        if (Boolean.getBoolean("ashlar.updateGoldens")) {
            Files.writeString(golden, source);
        }
        assertThat(source).isEqualTo(Files.readString(golden));
    }
}

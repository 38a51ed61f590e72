package dev.ashlar.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples of the README: the code as it stands there, the layout table, and the files to copy, which the module
 * {@code consumers} builds.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("..", "..");

    @ParameterizedTest
    @CsvSource({
        "xml, consumers/src/it/readme-java/pom.xml",
        "java, consumers/src/it/readme-java/src/main/java/people/Person.java",
        "java, consumers/src/it/readme-java/src/main/java/people/Main.java",
        "xml, consumers/src/it/readme-kotlin/pom.xml",
        "kotlin, consumers/src/it/readme-kotlin/src/main/kotlin/Main.kt",
        "kotlin, consumers/src/gradle/build.gradle.kts"
    })
    void fileToCopy_isThatWhichIsBuilt(String language, String file) throws IOException {
        String block = "\n```" + language + "\n" + Files.readString(ROOT.resolve(file)) + "```\n";
        assertThat(Files.readString(ROOT.resolve("README.md"))).containsOnlyOnce(block);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Person.java", "Main.java"})
    void sourceOfTheGradleProject_isThatOfTheMavenProject(String file) {
        assertThat(ROOT.resolve("consumers/src/gradle/src/main/java/people").resolve(file))
                .hasSameTextualContentAs(ROOT.resolve("consumers/src/it/readme-java/src/main/java/people")
                        .resolve(file));
    }

    @Test
    void firstScreen_hasAtMostSixtyLines() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))
                        .split("\n## ", 2)[0]
                        .lines()
                        .count())
                .isLessThanOrEqualTo(60);
    }

    @Test
    void example_doesWhatItsCommentsSay() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            Allocator allocator = LinkedListAllocator.over(memory);

            PersonView person = PersonView.allocate(allocator);
            person.id(12345).height(175.5).age(25);
            Person copy = person.read();
            person.free();
            assertThatIllegalStateException().isThrownBy(person::age).withMessageContaining("freed");
            assertThat(copy).hasToString("Person[id=12345, height=175.5, age=25]");

            PersonArray people = PersonArray.allocate(allocator, 1_000_000);
            people.get(7).age(26).height(1.5);
            double sum = 0;
            for (PersonView each : people) {
                sum += each.height();
            }
            assertThat(people.memory().length()).isEqualTo(24_000_000);
            people.free();
            assertThat(sum).isEqualTo(1.5);
            assertThat(allocator.stats().usedByteSize()).isZero();
        }
    }

    @Test
    void layoutTable_isTheOneInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        assertThat(readme).contains(PersonView.type().layoutTable().strip());
    }
}

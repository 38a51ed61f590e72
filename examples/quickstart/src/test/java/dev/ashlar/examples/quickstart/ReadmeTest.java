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

/** The example of the README: the code as it stands there, and its layout table. */
class ReadmeTest {
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

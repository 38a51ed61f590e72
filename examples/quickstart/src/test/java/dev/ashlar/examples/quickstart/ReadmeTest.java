package dev.ashlar.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.HeapMapText;
import dev.ashlar.alloc.LeakReport;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.StackAllocator;
import dev.ashlar.alloc.TrackingAllocator;
import dev.ashlar.memory.DataSegment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of the README: the code as it stands there, the layout table, and the files to copy, which the module
 * {@code consumers} builds.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of("..", "..");

    @ParameterizedTest
    @CsvSource({
        "xml, consumers/src/it/readme-java/pom.xml",
        "java, consumers/src/it/readme-java/src/main/java/people/Main.java",
        "xml, consumers/src/it/readme-kotlin/pom.xml",
        "kotlin, consumers/src/it/readme-kotlin/src/main/kotlin/Main.kt",
        "kotlin, consumers/src/gradle/build.gradle.kts"
    })
    void fileToCopy_isThatWhichIsBuilt(String language, String file) throws IOException {
        String block = "\n```" + language + "\n" + Files.readString(ROOT.resolve(file)) + "```\n";
        assertThat(Files.readString(ROOT.resolve("README.md"))).containsOnlyOnce(block);
    }

    @Test
    void sourceOfTheGradleProject_isThatOfTheMavenProject() {
        assertThat(ROOT.resolve("consumers/src/gradle/src/main/java/people/Main.java"))
                .hasSameTextualContentAs(ROOT.resolve("consumers/src/it/readme-java/src/main/java/people/Main.java"));
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
    void exampleWithoutStructs_doesWhatItsCommentsSay() {
        byte[] greeting = "hello".getBytes(StandardCharsets.UTF_8);
        try (LinearMemory memory = LinearMemory.create(1, 10, DataSegment.active(0x8000, greeting))) {
            StackAllocator stack = StackAllocator.over(memory, 0x0100, 0x0F00);
            BumpAllocator heap = BumpAllocator.over(memory, 0x1000, 0x7000);

            stack.pushI32(42);
            Memory block = heap.allocate(100);
            block.storeF64(8, 0.5);
            memory.copy(0x9000, block.offset(), block.length());
            memory.grow(3);

            assertThat(stack.popI32()).isEqualTo(42);
            assertThat(memory.loadF64(0x9008)).isEqualTo(0.5);
            assertThat(block.loadF64(8)).isEqualTo(0.5);
            assertThat(memory.span(0x8000, 5).loadBytes()).isEqualTo(greeting);
            assertThatIllegalStateException().isThrownBy(() -> BumpAllocator.over(memory, 0x7000, 16));
        }
    }

    @Test
    void exampleOfBlocks_doesWhatItsCommentsSay() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator blocks = LinkedListAllocator.over(memory);
            long node = blocks.allocateAddress(24, 8);
            memory.storeI64(node + 8, 42);
            assertThat(memory.loadI64(node + 8)).isEqualTo(42);
            blocks.freeAddress(node);
            assertThatIllegalStateException().isThrownBy(() -> blocks.freeAddress(node));

            try (Arena arena = blocks.openArena()) {
                MemorySegment name = arena.allocateFrom("Ashlar");
                assertThat(name.getString(0)).isEqualTo("Ashlar");
                assertThat(blocks.stats().liveBlocksByByteSize()).hasSize(1);
            }
            assertThat(blocks.stats().liveBlocks()).isZero();
            assertThat(HeapMapText.render(blocks.map())).contains("free");
        }
    }

    @Test
    void exampleOfAHeapInAFile_countsItsOpenings(@TempDir Path folder) throws IOException {
        for (long openings = 1; openings <= 3; openings++) {
            try (LinearMemory memory = LinearMemory.map(folder.resolve("people.heap"), 1, 65_536)) {
                LinkedListAllocator allocator = LinkedListAllocator.openOrCreate(memory);
                if (allocator.rootAddress() == 0) {
                    Memory counter = allocator.allocate(8);
                    allocator.rootAddress(counter.offset());
                }
                Memory counter = allocator.make(allocator.rootAddress(), 8);
                counter.storeI64(0, counter.loadI64(0) + 1);
                assertThat(counter.loadI64(0)).isEqualTo(openings);
            }
        }
    }

    @Test
    void exampleOfLeaks_tellsOfTheBlock() {
        List<LeakReport> reports = new ArrayList<>();
        try (LinearMemory memory = LinearMemory.create(1);
                TrackingAllocator allocator = TrackingAllocator.over(LinkedListAllocator.over(memory), reports::add)) {
            allocator.allocate(100);
        }
        assertThat(reports).singleElement().asString().contains("1 block not freed, 100 bytes");
    }

    @Test
    void layoutTable_isTheOneInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "..", "README.md"));
        assertThat(readme).contains(PersonView.type().layoutTable().strip());
    }
}

package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large payloads, while whose bytes are copied or zeroed another writer opens the heap: its number comes with the bytes. */
class FileJournalTest {
    private static final long PART = 1 << 20;

    @TempDir
    private Path folder;

    private LinearMemory memory;
    private FileJournal journal;

    @BeforeEach
    void open() throws IOException {
        memory = LinearMemory.map(folder.resolve("heap"), 64, 64);
        journal = new FileJournal(new Preamble(memory, 0));
        journal.takeOver();
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void copyPayload_whenAnotherWriterComesMeanwhile_stops() {
        memory.fill(2 * PART, 0x5A, 2 * PART);
        assertThatIllegalStateException()
                .isThrownBy(() -> journal.copyPayload(2 * PART, 0, 2 * PART))
                .withMessageStartingWith("another writer has opened the heap");
        assertThat(memory.loadI8(PART - 1)).isEqualTo((byte) 0x5A);
        assertThat(memory.loadI8(PART)).isZero();
    }

    @Test
    void zeroPayload_whenAnotherWriterComesMeanwhile_stops() {
        memory.fill(PART, 0x5A, PART);
        assertThatIllegalStateException()
                .isThrownBy(() -> journal.zeroPayload(0, 2 * PART))
                .withMessageStartingWith("another writer has opened the heap");
        assertThat(memory.loadI8(PART)).isEqualTo((byte) 0x5A);
    }

    @Test
    void payloads_ofAnySize_areCopiedAndZeroedWhole() {
        for (long byteSize : new long[] {1, PART - 1, PART, PART + 1, 3 * PART / 2}) {
            memory.fill(PART / 2, 0x5A, 3 * PART);
            journal.zeroPayload(PART, byteSize);
            assertThat(memory.span(PART, byteSize).loadBytes()).containsOnly(0);
            assertThat(memory.loadI8(PART - 1)).isEqualTo((byte) 0x5A);
            assertThat(memory.loadI8(PART + byteSize)).isEqualTo((byte) 0x5A);
            memory.fill(PART / 2, 0x11, PART);
            journal.copyPayload(2 * PART, PART / 2, byteSize);
            assertThat(memory.span(PART / 2, byteSize).mismatch(0, memory.span(2 * PART, byteSize), 0, byteSize))
                    .isEqualTo(-1);
        }
    }

    @Test
    void mayBeAlive_ofAProcessOfAnotherContainer_isNotKnown() {
        long mark = ProcessMark.current();
        assertThat(ProcessMark.number(mark)).isEqualTo(ProcessHandle.current().pid());
        assertThat(ProcessMark.mayBeAlive(0, mark)).isFalse();
        assertThat(ProcessMark.mayBeAlive(mark, mark)).isFalse();
        assertThat(ProcessMark.mayBeAlive(mark ^ 1L << 40, mark)).isTrue();
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        assertThat(ProcessMark.mayBeAlive((mark & ~0xFFFF_FFFFL) | parent, mark))
                .isTrue();
        assertThat(ProcessMark.mayBeAlive((mark & ~0xFFFF_FFFFL) | 0x7FFF_FFFF, mark))
                .isFalse();
    }
}

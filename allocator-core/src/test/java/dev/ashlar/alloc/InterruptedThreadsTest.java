package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that wait for each other inside a {@link SharedAllocator} with their interrupt flag set. */
class InterruptedThreadsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void allocator_whenInterruptedVirtualThreadsWait_letsAllComeToTheirEndAndKeepsTheFlag(int carriers)
            throws Exception {
        String printed = ChildJvm.run(
                InterruptedThreads.class,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
                        "-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers),
                2_000,
                40);
        assertThat(printed.lines()).hasSize(2).containsOnly("interrupted=2000 live=0 findings=[]");
    }
}

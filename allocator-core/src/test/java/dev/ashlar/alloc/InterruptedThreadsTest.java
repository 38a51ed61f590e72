package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads that wait for each other inside a {@link SharedAllocator} with their interrupt flag set. */
class InterruptedThreadsTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 2", "2, 0", "2, 2", "8, 0", "8, 2"})
    void allocator_whenInterruptedVirtualThreadsWait_letsAllComeToTheirEndAndKeepsTheFlag(int carriers, int platform)
            throws Exception {
        String printed = ChildJvm.run(
                InterruptedThreads.class,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
                        "-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers),
                2_000,
                platform,
                50);
        assertThat(printed).isEqualTo("interrupted=2000 live=0 findings=[]");
    }
}

package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

/** What is promised when the operating system gives no more. */
class RefusedGrowthTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @Test
    void grow_whenTheSystemRefuses_isMinusOne_andNothingHasChanged() {
        RefusingBacking backing = new RefusingBacking(10, 3);
        try (LinearMemory memory = Reservation.open(Arena.ofShared(), backing, 1, 10)) {
            memory.storeI64(PAGE - 8, 42);
            Memory span = memory.span(PAGE - 8, 8);
            Claim claim = memory.claim(0, new RecordingOwner());

            assertThat(memory.grow(3)).isEqualTo(-1);
            assertThat(memory.ensureCapacity(3 * PAGE + 1)).isFalse();
            assertThat(memory.pages()).isEqualTo(1);
            assertThat(memory.byteSize()).isEqualTo(PAGE);
            assertThat(memory.whole().length()).isEqualTo(PAGE);
            assertThat(memory.segment().byteSize()).isEqualTo(PAGE);
            assertThat(claim.end()).isEqualTo(PAGE);
            assertThat(span.loadI64(0)).isEqualTo(42);
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.loadI8(PAGE));

            assertThat(memory.grow(2)).isEqualTo(1);
            assertThat(memory.grow(1)).isEqualTo(-1);
            backing.limit = 10 * PAGE;
            assertThat(memory.grow(1)).isEqualTo(3);
            assertThat(memory.loadI64(4 * PAGE - 8)).isZero();
        }
    }

    @Test
    void grow_thatCannotSucceed_doesNotAskTheSystem() {
        RefusingBacking backing = new RefusingBacking(4, 4);
        try (LinearMemory memory = Reservation.open(Arena.ofShared(), backing, 2, 4)) {
            int commits = backing.commits;
            assertThat(memory.grow(0)).isEqualTo(2);
            assertThat(memory.grow(3)).isEqualTo(-1);
            assertThat(memory.grow(-1)).isEqualTo(-1);
            assertThat(memory.grow(Long.MAX_VALUE)).isEqualTo(-1);
            assertThat(memory.ensureCapacity(2 * PAGE)).isTrue();
            assertThat(memory.ensureCapacity(Long.MAX_VALUE)).isFalse();
            assertThat(backing.commits).isEqualTo(commits);
        }
    }

    @Test
    void create_whenTheSystemRefusesTheFirstPages_givesEverythingBack() {
        RefusingBacking backing = new RefusingBacking(4, 1);
        Arena arena = Arena.ofShared();
        assertThatExceptionOfType(MemoryReservationException.class)
                .isThrownBy(() -> Reservation.open(arena, backing, 2, 4))
                .withMessageContaining("minPages=2");
        assertThat(backing.closed).isTrue();
        assertThat(arena.scope().isAlive()).isFalse();
    }

    @Test
    void close_givesTheBackingBack_once() {
        RefusingBacking backing = new RefusingBacking(1, 1);
        LinearMemory memory = Reservation.open(Arena.ofShared(), backing, 1, 1);
        memory.close();
        assertThat(backing.closed).isTrue();
        backing.closed = false;
        memory.close();
        assertThat(backing.closed).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> memory.grow(0));
        assertThatIllegalStateException().isThrownBy(memory::pages);
    }
}

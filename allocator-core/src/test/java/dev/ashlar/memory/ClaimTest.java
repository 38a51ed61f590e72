package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private final LinearMemory memory = LinearMemory.create(1, 4);
    private final RecordingOwner owner = new RecordingOwner();

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @ParameterizedTest
    @CsvSource({"100, 50", "99, 2", "149, 1", "149, 2", "100, 1", "0, 65536", "110, 10", "99, 52"})
    void claim_whereItOverlaps_isRefused(long base, long byteSize) {
        memory.claim(100, 50, owner);
        assertThatIllegalStateException()
                .isThrownBy(() -> memory.claim(base, byteSize, owner))
                .withMessage(
                        "range is claimed already; use the allocator that holds it, close that one first if it is a stack"
                                + " or a bump allocator, or take another range: wanted=Claim[base=" + base + ", end="
                                + (base + byteSize)
                                + "] claimed=Claim[base=100, end=150] owner=dev.ashlar.memory.RecordingOwner");
    }

    @Test
    void claim_beside_isFine() {
        memory.claim(100, 50, owner);
        memory.claim(99, 1, owner);
        memory.claim(150, 1, owner);
        memory.claim(0, 99, owner);
        assertThat(memory.claim(151, owner).isGrowing()).isTrue();
    }

    @Test
    void claim_toTheGrowingEnd_keepsOthersOutOfWhatGrows() {
        Claim growing = memory.claim(PAGE, owner);
        assertThat(growing.end()).isEqualTo(PAGE);
        assertThat(growing).hasToString("Claim[base=65536, end=growing]");
        memory.grow(1);
        assertThat(growing.end()).isEqualTo(2 * PAGE);
        assertThatIllegalStateException().isThrownBy(() -> memory.claim(2 * PAGE - 1, 1, owner));
        assertThatIllegalStateException().isThrownBy(() -> memory.claim(2 * PAGE, owner));
        memory.claim(PAGE - 1, 1, owner);
        growing.handle(2 * PAGE - 8, 8).storeI64(0, 1);
    }

    @Test
    void claim_withABound_doesNotFollowGrowth() {
        Claim bounded = memory.claim(0, PAGE, owner);
        memory.grow(1);
        assertThat(bounded.end()).isEqualTo(PAGE);
        assertThat(bounded.isGrowing()).isFalse();
        memory.claim(PAGE, owner);
    }

    @Test
    void claim_outsideTheMemory_isRefused() {
        for (long[] range :
                new long[][] {{PAGE, 1}, {PAGE - 1, 2}, {-1, 1}, {1, Long.MAX_VALUE}, {Long.MAX_VALUE, 1}}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> memory.claim(range[0], range[1], owner))
                    .withMessage("range outside the memory; grow it first, or create it with more pages: base="
                            + range[0] + " byteSize=" + range[1] + " memoryByteSize=65536");
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.claim(PAGE + 1, owner));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.claim(-1, owner));
        for (long byteSize : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> memory.claim(0, byteSize, owner))
                    .withMessage("claim of no bytes: base=0 byteSize=" + byteSize);
        }
    }

    @Test
    void claimNothing_isInNobodysWay() {
        memory.claim(0, owner);
        RecordingOwner other = new RecordingOwner();
        Claim nothing = memory.claimNothing(other);
        other.claim = nothing;
        Memory handle = nothing.handle(0, 0);
        assertThat(handle.length()).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> handle.loadI8(0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> nothing.handle(0, 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> nothing.handle(1, 0));
        handle.free();
        assertThat(other.frees).isEqualTo(1);
        assertThat(handle.isFreed()).isTrue();
        assertThat(owner.frees).isZero();
    }

    @Test
    void claimNothing_beforeOthers_isInNobodysWay() {
        memory.claimNothing(owner);
        assertThat(memory.claim(0, owner).isGrowing()).isTrue();
    }

    @Test
    void claimNothing_inMemoryWithoutPages_endsWithIt() {
        LinearMemory none = LinearMemory.create(0, 1);
        Memory handle = none.claimNothing(owner).handle(0, 0);
        none.close();
        assertThat(handle.isAlive()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(handle::free)
                .withMessage("free in memory that is closed, which has ended all of its blocks: offset=0");
        assertThatIllegalStateException().isThrownBy(() -> none.claimNothing(owner));
    }

    @Test
    void claim_inClosedMemory_isRefused() {
        Claim claim = memory.claim(0, 8, owner);
        memory.close();
        assertThatIllegalStateException().isThrownBy(() -> memory.claim(8, 8, owner));
        assertThatIllegalStateException().isThrownBy(() -> memory.claim(8, owner));
        assertThatIllegalStateException().isThrownBy(() -> claim.handle(0, 8));
        claim.release();
    }

    @ParameterizedTest
    @CsvSource({
        "99, 1",
        "100, 51",
        "150, 1",
        "151, 0",
        "149, 2",
        "100, -1",
        "-1, 1",
        "100, 9223372036854775807",
        "9223372036854775807, 1"
    })
    void handle_outsideTheClaim_isRefused_evenInsideTheMemory(long address, long byteSize) {
        Claim claim = memory.claim(100, 50, owner);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> claim.handle(address, byteSize))
                .withMessage("handle outside its claim: address=" + address + " byteSize=" + byteSize
                        + " claimBase=100 claimEnd=150");
        claim.handle(100, 50);
        claim.handle(150, 0);
    }

    @Test
    void handle_knowsItsClaim_andNoOther() {
        Claim mine = memory.claim(0, 100, owner);
        Claim other = memory.claim(100, 100, owner);
        Memory handle = mine.handle(0, 8);
        assertThat(mine.owns(handle)).isTrue();
        assertThat(other.owns(handle)).isFalse();
        assertThat(mine.owns(memory.whole())).isFalse();
        assertThat(mine.owns(memory.span(0, 8))).isFalse();
        for (Memory foreign : List.of(other.handle(100, 8), memory.span(0, 8), memory.whole())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mine.revoke(foreign))
                    .withMessageContaining("claimBase=0");
            foreign.loadI64(0);
        }
        mine.revoke(handle);
        mine.revoke(handle);
        assertThat(handle.isAlive()).isFalse();
        assertThat(mine.owns(handle)).isTrue();
    }

    @Test
    void release_letsOthersIn_andEndsTheMakingOfHandles() {
        Claim claim = memory.claim(0, 100, owner);
        Memory before = claim.handle(0, 8);
        claim.release();
        claim.release();
        memory.claim(50, 100, owner);
        assertThatIllegalStateException()
                .isThrownBy(() -> claim.handle(0, 8))
                .withMessage("handle of a claim that is released: address=0 byteSize=8 claimBase=0");
        before.storeI64(0, 1);
        claim.revoke(before);
        assertThatIllegalStateException().isThrownBy(() -> before.loadI64(0));
    }

    @Test
    void claim_byManyThreadsAtOnce_givesTheRangeToOne() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 200; round++) {
                List<Callable<Claim>> attempts = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    long base = 10L * i;
                    attempts.add(() -> memory.claim(base, 40, owner));
                }
                Claim winner = onlyWinner(threads.invokeAll(attempts));
                winner.release();
            }
        }
    }

    private static Claim onlyWinner(List<Future<Claim>> attempts) throws InterruptedException {
        List<Claim> winners = new ArrayList<>();
        for (Future<Claim> attempt : attempts) {
            try {
                winners.add(attempt.get());
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(IllegalStateException.class);
            }
        }
        assertThat(winners).hasSize(1);
        return winners.getFirst();
    }
}

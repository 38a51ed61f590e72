package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ashlar.memory.PosixMemory.Flavor;
import java.lang.foreign.Arena;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memories over doubles of operating systems that are not here, and over the one that is: what each refuses is never asked of
 * it, and what it promises is kept.
 */
class VirtualMemoryTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;
    private static final Owner OWNER = new RecordingOwner();

    @BeforeEach
    void needNativeAccess() {
        assumeTrue(NativeReservation.isAvailable(), "this run grants no native access; the other one does");
    }

    @ParameterizedTest
    @CsvSource({"4096,LINUX", "16384,LINUX", "65536,LINUX", "4096,MAC", "16384,MAC"})
    void memory_growsDiscardsAndCloses_withPagesOfEverySize(int osPage, Flavor flavor) {
        try (Arena bytes = Arena.ofShared()) {
            PosixDouble functions = new PosixDouble(bytes, osPage, flavor);
            LinearMemory memory = open(new PosixMemory(functions, flavor), 1, 8);
            long base = memory.segment().address();
            assertThat(memory.baseAlignment()).isEqualTo(osPage);
            assertThat(base % memory.baseAlignment()).isZero();
            assertThat(functions.isUsable(base, PAGE)).isTrue();
            assertThat(functions.isUsable(base + PAGE, 1)).isFalse();
            assertThat(memory.grow(3)).isEqualTo(1);
            assertThat(functions.isUsable(base, 4 * PAGE)).isTrue();
            assertThat(functions.isUsable(base + 4 * PAGE, 1)).isFalse();

            Claim claim = memory.claim(0, OWNER);
            memory.fill(0, 0x5A, 4 * PAGE);
            assertThat(claim.discardGranule()).isEqualTo(osPage);
            long discarded = claim.discard(osPage - 1, 2L * osPage + 1);
            assertThat(discarded).isEqualTo(2L * osPage);
            assertThat(memory.span(0, osPage).loadBytes()).containsOnly(0x5A);
            assertThat(memory.span(osPage, 2L * osPage).loadBytes()).containsOnly(0);
            assertThat(memory.span(3L * osPage, 4 * PAGE - 3L * osPage).loadBytes())
                    .containsOnly(0x5A);
            assertThat(functions.isUsable(base, 4 * PAGE)).isTrue();
            assertThat(claim.discard(1, 2L * osPage - 2)).isZero();

            memory.close();
            assertThat(functions.isMapped(base)).isFalse();
        }
    }

    @Test
    void memory_growsAndCloses_onWindows_whichGivesNoPagesBack() {
        try (Arena bytes = Arena.ofShared()) {
            WindowsDouble functions = new WindowsDouble(bytes);
            functions.commitLimit = 4 * PAGE;
            LinearMemory memory = open(new WindowsMemory(functions), 1, 8);
            long base = memory.segment().address();
            assertThat(memory.baseAlignment()).isEqualTo(65_536);
            assertThat(functions.reserved).containsEntry(base, 8 * PAGE);
            assertThat(functions.committed).containsEntry(base, PAGE);
            assertThat(memory.grow(3)).isEqualTo(1);
            assertThat(functions.committed).containsEntry(base, 4 * PAGE);
            memory.fill(0, 0x5A, 4 * PAGE);
            assertThat(memory.grow(1)).isEqualTo(-1);
            assertThat(memory.pages()).isEqualTo(4);

            Claim claim = memory.claim(0, OWNER);
            assertThat(claim.discardGranule()).isZero();
            assertThat(claim.discard(0, 4 * PAGE)).isZero();
            assertThat(memory.residentByteSize()).isEqualTo(-1);
            assertThat(memory.whole().loadBytes()).containsOnly(0x5A);

            memory.close();
            assertThat(functions.reserved).isEmpty();
        }
    }

    @Test
    void reserve_ofMoreThanTheSystemHas_isRefused() {
        assertThat(LinearMemory.create(0, 8).baseAlignment()).isGreaterThanOrEqualTo(4096);
        assertThatExceptionOfType(MemoryReservationException.class)
                .isThrownBy(() -> LinearMemory.create(1, Reservation.MAX_PAGES));
    }

    @Test
    void discard_givesPagesBackToThisSystem_whichReadAsZeros() {
        try (LinearMemory memory = LinearMemory.create(64, 128)) {
            Claim claim = memory.claim(PAGE, OWNER);
            assumeTrue(claim.discardGranule() != 0, "this system takes no pages back");
            long empty = memory.residentByteSize();
            memory.fill(0, 0x5A, 64 * PAGE);
            assertThat(memory.residentByteSize()).isEqualTo(64 * PAGE);

            assertThat(claim.discard(PAGE + 1, 62 * PAGE)).isEqualTo(62 * PAGE - claim.discardGranule());
            assertThat(memory.residentByteSize()).isBetween(empty, 4 * PAGE);
            assertThat(memory.loadU8(PAGE)).isEqualTo(0x5A);
            assertThat(memory.loadI64(2 * PAGE)).isZero();
            memory.storeI64(2 * PAGE, 42);
            assertThat(memory.loadI64(2 * PAGE)).isEqualTo(42);
            assertThat(memory.loadU8(64 * PAGE - 1)).isEqualTo(0x5A);
            assertThat(memory.grow(1)).isEqualTo(64);
        }
    }

    @Test
    void discard_outsideTheClaim_orOfWhatIsGone_isRefused() {
        LinearMemory memory = LinearMemory.create(4, 8);
        Claim claim = memory.claim(PAGE, PAGE, OWNER);
        memory.fill(0, 0x5A, 4 * PAGE);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> claim.discard(0, 2 * PAGE))
                .withMessage("discarded range outside its claim: address=0 byteSize=131072 claimBase=65536"
                        + " claimEnd=131072");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> claim.discard(PAGE, -1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> claim.discard(PAGE, Long.MAX_VALUE));
        assertThat(memory.whole().loadBytes()).containsOnly(0x5A);
        claim.release();
        assertThatIllegalStateException()
                .isThrownBy(() -> claim.discard(PAGE, PAGE))
                .withMessageContaining("released");
        Claim growing = memory.claim(0, OWNER);
        memory.close();
        assertThatIllegalStateException().isThrownBy(() -> growing.discard(0, PAGE));
        assertThatIllegalStateException().isThrownBy(() -> claim.discard(PAGE, PAGE));
        assertThatIllegalStateException().isThrownBy(memory::residentByteSize);
    }

    private static LinearMemory open(VirtualMemory system, long minPages, long maxPages) {
        Arena arena = Arena.ofShared();
        Backing backing = Objects.requireNonNull(NativeReservation.reserve(maxPages * PAGE, arena, system));
        return Reservation.open(arena, backing, minPages, maxPages);
    }
}

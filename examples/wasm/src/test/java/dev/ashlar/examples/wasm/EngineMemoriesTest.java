package dev.ashlar.examples.wasm;

import static dev.ashlar.examples.wasm.TwoMemories.active;
import static dev.ashlar.examples.wasm.TwoMemories.passive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.examples.wasm.EngineMemoryTest.Backing;
import dev.ashlar.examples.wasm.EngineMemoryTest.Guest;
import dev.ashlar.memory.LinearMemory;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;
import run.endive.wasm.UninstantiableException;

/** Guests of two memories: what is meant for one must not come to the other. */
@SuppressWarnings("NullAway.Init") // every test opens them first
class EngineMemoriesTest {
    private LinearMemory first;
    private LinearMemory second;

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @ParameterizedTest
    @EnumSource
    void activeSegment_goesToTheMemoryThatItNames(Backing backing) {
        Guest guest = guest(backing, active(0, 0, 1), active(1, 0, 2), active(1, 9, 3), active(8, new int[] {4}));
        assertThat(guest.call("a", 0)).isEqualTo(1);
        assertThat(guest.call("b", 0)).isEqualTo(2);
        assertThat(first.whole().loadBytes(0, 10)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 4, 0);
        assertThat(second.whole().loadBytes(0, 10)).containsExactly(2, 0, 0, 0, 0, 0, 0, 0, 0, 3);
    }

    /** An import is the first memory of the module, though the engine fills it last, and keeps what it held. */
    @ParameterizedTest
    @EnumSource
    void activeSegment_whenAMemoryIsImported_goesToTheMemoryThatItNames(Backing backing) {
        open(backing);
        first.fill(0, 9, 4);
        ImportMemory imported = new ImportMemory("m", "a", new EngineMemory(first));
        Guest guest = new Guest(Instance.builder(Parser.parse(TwoMemories.importing(active(0, 1, 1), active(1, 2, 2))))
                .withImportValues(ImportValues.builder().addMemory(imported).build())
                .withMemoryFactory(limits -> new EngineMemory(second))
                .build());
        assertThat(guest.call("a", 1)).isEqualTo(1);
        assertThat(guest.call("b", 2)).isEqualTo(2);
        assertThat(first.whole().loadBytes(0, 5)).containsExactly(9, 1, 9, 9, 0);
        assertThat(second.whole().loadBytes(0, 5)).containsExactly(0, 0, 2, 0, 0);
    }

    /** Those of one memory in the order of the module, so that the later one wins. */
    @ParameterizedTest
    @EnumSource
    void activeSegments_thatOverlap_areWrittenInTheirOrder(Backing backing) {
        guest(backing, active(1, 0, 1, 1, 1), active(0, 1, 5, 5, 5), active(1, 1, 2, 2, 2), active(1, 2, 3));
        assertThat(first.whole().loadBytes(0, 5)).containsExactly(0, 5, 5, 5, 0);
        assertThat(second.whole().loadBytes(0, 5)).containsExactly(1, 2, 3, 2, 0);
    }

    @ParameterizedTest
    @EnumSource
    void activeSegment_outsideOfTheSecondMemory_stopsTheInstantiation(Backing backing) {
        open(backing);
        first.grow(1);
        byte[] module = TwoMemories.module(active(1, 65_535, 7), active(1, 65_535, 8, 8), active(1, 0, 9));
        assertThatExceptionOfType(UninstantiableException.class)
                .isThrownBy(() -> guestOf(module))
                .withMessageContaining("out of bounds memory access")
                .withMessageContaining("address=65535 byteSize=2 memoryByteSize=65536");
        assertThat(first.whole().loadBytes()).containsOnly(0);
        assertThat(second.loadI8(65_535)).isEqualTo(7);
        assertThat(second.loadI8(0)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void activeSegment_isDroppedForBothMemories(Backing backing) {
        Guest guest = guest(backing, active(0, 0, 1));
        guest.traps("initA", 8, 0, 1);
        guest.traps("initB", 8, 0, 1);
        guest.call("initB", 8, 0, 0);
        assertThat(first.loadI64(8)).isZero();
        assertThat(second.loadI64(0)).isZero();
        assertThat(second.loadI64(8)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void passiveSegment_comesToNoMemoryUntilOneAsks(Backing backing) {
        Guest guest = guest(backing, passive(1, 2, 3), active(1, 4, 4));
        assertThat(first.loadI64(0)).isZero();
        assertThat(second.whole().loadBytes(0, 8)).containsExactly(0, 0, 0, 0, 4, 0, 0, 0);
        guest.call("initB", 0, 1, 2);
        assertThat(first.loadI64(0)).isZero();
        assertThat(second.whole().loadBytes(0, 8)).containsExactly(2, 3, 0, 0, 4, 0, 0, 0);
        guest.call("initA", 2, 0, 3);
        assertThat(first.whole().loadBytes(0, 8)).containsExactly(0, 0, 1, 2, 3, 0, 0, 0);
        guest.call("drop");
        guest.traps("initA", 0, 0, 1);
        guest.traps("initB", 0, 0, 1);
        assertThat(first.loadI8(0)).isZero();
        assertThat(second.loadI8(0)).isEqualTo(2);
    }

    private Guest guest(Backing backing, String... segments) {
        open(backing);
        return guestOf(TwoMemories.module(segments));
    }

    private void open(Backing backing) {
        first = backing.create();
        second = backing.create();
    }

    /** The engine asks for the memories in the order of the module. */
    private Guest guestOf(byte[] module) {
        Iterator<LinearMemory> memories = List.of(first, second).iterator();
        return new Guest(Instance.builder(Parser.parse(module))
                .withMemoryFactory(limits -> new EngineMemory(memories.next()))
                .build());
    }
}

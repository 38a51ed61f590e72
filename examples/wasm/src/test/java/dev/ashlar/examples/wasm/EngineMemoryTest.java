package dev.ashlar.examples.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dylibso.chicory.wabt.Wat2Wasm;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.endive.runtime.Instance;
import run.endive.runtime.TrapException;
import run.endive.wasm.Parser;
import run.endive.wasm.UninstantiableException;

/** Wasm guests that run on a linear memory: a host reads what they wrote, and they read what it wrote. */
class EngineMemoryTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;
    private static final String HELLO = "Hello, WebAssembly!";
    private static final String[] LOADS = {
        "i32.load", "i64.load", "f32.load", "f64.load", "i32.load8_s", "i32.load8_u", "i32.load16_s",
        "i32.load16_u", "i64.load8_s", "i64.load8_u", "i64.load16_s", "i64.load16_u", "i64.load32_s", "i64.load32_u"
    };
    private static final String[] STORES = {
        "i32.store",
        "i64.store",
        "f32.store",
        "f64.store",
        "i32.store8",
        "i32.store16",
        "i64.store8",
        "i64.store16",
        "i64.store32"
    };

    @ParameterizedTest
    @EnumSource
    void guestStores_areReadByTheHost(Backing backing) {
        try (LinearMemory memory = backing.create()) {
            Guest guest = new Guest(memory, accesses());
            guest.call("i32.store", 0x100, 0x1234_5678);
            assertThat(memory.loadI32(0x100)).isEqualTo(0x1234_5678);
            guest.call("i32.store8", 0x101, 0x1FF);
            assertThat(memory.loadI32(0x100)).isEqualTo(0x1234_FF78);
            guest.call("i32.store16", 0x102, 0xABCD);
            assertThat(memory.loadU32(0x100)).isEqualTo(0xABCD_FF78L);
            guest.call("i64.store", 0x203, Long.MIN_VALUE + 1);
            assertThat(memory.loadI64(0x203)).isEqualTo(Long.MIN_VALUE + 1);
            guest.call("i64.store8", 0x203, -1);
            guest.call("i64.store16", 0x205, -2);
            guest.call("i64.store32", 0x207, -3);
            assertThat(memory.loadI64(0x203)).isEqualTo(0xFFFF_FFFD_FFFE_00FFL);
            guest.call("f32.store", 0x301, 0x7FC0_1234);
            assertThat(Float.floatToRawIntBits(memory.loadF32(0x301))).isEqualTo(0x7FC0_1234);
            guest.call("f64.store", 0x309, Double.doubleToRawLongBits(-0.1));
            assertThat(memory.loadF64(0x309)).isEqualTo(-0.1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hostStores_areReadByTheGuest(Backing backing) {
        try (LinearMemory memory = backing.create()) {
            Guest guest = new Guest(memory, accesses());
            memory.storeI64(0x101, 0x8182_8384_8586_8788L);
            assertThat((int) guest.call("i32.load", 0x101)).isEqualTo(0x8586_8788);
            assertThat((int) guest.call("i32.load8_s", 0x101)).isEqualTo((byte) 0x88);
            assertThat((int) guest.call("i32.load8_u", 0x101)).isEqualTo(0x88);
            assertThat((int) guest.call("i32.load16_s", 0x101)).isEqualTo((short) 0x8788);
            assertThat((int) guest.call("i32.load16_u", 0x101)).isEqualTo(0x8788);
            assertThat(guest.call("i64.load", 0x101)).isEqualTo(0x8182_8384_8586_8788L);
            assertThat(guest.call("i64.load8_s", 0x101)).isEqualTo((byte) 0x88);
            assertThat(guest.call("i64.load8_u", 0x101)).isEqualTo(0x88);
            assertThat(guest.call("i64.load16_s", 0x101)).isEqualTo((short) 0x8788);
            assertThat(guest.call("i64.load16_u", 0x101)).isEqualTo(0x8788);
            assertThat(guest.call("i64.load32_s", 0x101)).isEqualTo(0x8586_8788);
            assertThat(guest.call("i64.load32_u", 0x101)).isEqualTo(0x8586_8788L);
            memory.storeF32(0x201, Float.intBitsToFloat(0x7FC0_1234));
            assertThat((int) guest.call("f32.load", 0x201)).isEqualTo(0x7FC0_1234);
            memory.storeF64(0x209, 0.1);
            assertThat(guest.call("f64.load", 0x209)).isEqualTo(Double.doubleToRawLongBits(0.1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void accessOutside_isTheEnginesTrap_andChangesNothing(Backing backing) {
        try (LinearMemory memory = backing.create()) {
            Guest guest = new Guest(memory, accesses());
            memory.fill(0, 0x5A, PAGE);
            assertThat((int) guest.call("i32.load", 65_532)).isEqualTo(0x5A5A_5A5A);
            guest.traps("i32.load", 65_533);
            guest.traps("i64.load", 65_529);
            guest.traps("i32.load8_u", 65_536);
            guest.traps("f64.load", 65_529);
            guest.traps("i32.load", 0x7FFF_FFF0);
            guest.traps("i32.store", 65_533, 1);
            guest.traps("i64.store", 65_529, 1);
            guest.traps("i32.store8", 65_536, 1);
            guest.traps("i32.load+65532", 1);
            assertThat((int) guest.call("i32.load+65532", 0)).isEqualTo(0x5A5A_5A5A);
            assertThat(memory.span(PAGE - 16, 16).loadBytes()).containsOnly(0x5A);
        }
    }

    @ParameterizedTest
    @EnumSource
    void memoryGrow_inTheGuest_growsTheHostsMemory(Backing backing) {
        try (LinearMemory memory = backing.create()) {
            Guest guest = new Guest(memory, bulk());
            Memory before = memory.span(0, 8);
            assertThat(guest.call("size")).isEqualTo(1);
            assertThat(guest.call("grow", 0)).isEqualTo(1);
            assertThat(guest.call("grow", 1)).isEqualTo(1);
            assertThat(memory.pages()).isEqualTo(2);
            memory.grow(1);
            assertThat(guest.call("size")).isEqualTo(3);
            assertThat((int) guest.call("grow", 1)).isEqualTo(-1);
            assertThat((int) guest.call("grow", -1)).isEqualTo(-1);
            guest.call("fill", 0, 7, 3 * PAGE);
            assertThat(before.loadI64(0)).isEqualTo(0x0707_0707_0707_0707L);
            assertThat(memory.loadI8(3 * PAGE - 1)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bulkOperations_inTheGuest_workAndTrap(Backing backing) {
        try (LinearMemory memory = backing.create()) {
            Guest guest = new Guest(memory, bulk());
            assertThat(new String(memory.span(0x1000, 19).loadBytes(), UTF_8)).isEqualTo(HELLO);
            guest.call("init", 0x2000, 1, 3);
            assertThat(memory.span(0x1FFF, 5).loadBytes()).containsExactly(0, 2, 3, 4, 0);
            guest.call("copy", 0x2001, 0x2000, 3);
            assertThat(memory.span(0x1FFF, 5).loadBytes()).containsExactly(0, 2, 2, 3, 4);
            guest.call("fill", 0x2000, 0x109, 2);
            assertThat(memory.span(0x1FFF, 5).loadBytes()).containsExactly(0, 9, 9, 3, 4);

            guest.traps("copy", 65_535, 0, 2);
            guest.traps("copy", 0, 65_535, 2);
            guest.traps("copy", 0, 65_537, 0);
            guest.traps("fill", 65_535, 1, 2);
            guest.traps("fill", 65_537, 1, 0);
            guest.traps("init", 0, 0, 6);
            guest.traps("init", 65_534, 0, 3);
            assertThat(memory.span(0, 16).loadBytes()).containsOnly(0);
            assertThat(memory.span(65_520, 16).loadBytes()).containsOnly(0);

            guest.call("copy", 65_536, 65_536, 0);
            guest.call("fill", 65_536, 0, 0);
            guest.call("init", 65_536, 5, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void droppedSegments_actAsEmpty(Backing backing) {
        try (LinearMemory memory = backing.create()) {
            Guest guest = new Guest(memory, bulk());
            guest.call("init", 0, 0, 5);
            guest.call("drop");
            guest.call("drop");
            guest.call("init", 0, 0, 0);
            guest.traps("init", 0, 0, 1);
            guest.traps("init", 0, 1, 0);
            // The active segment was dropped when it was written.
            guest.call("initActive", 0, 0, 0);
            guest.traps("initActive", 0, 0, 1);
            assertThat(memory.span(0, 6).loadBytes()).containsExactly(1, 2, 3, 4, 5, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void activeSegmentOutside_stopsTheInstantiation(Backing backing) {
        try (LinearMemory memory = backing.create()) {
            String module = "(module (memory 1 3) (data (i32.const 65535) \"\\01\\02\"))";
            assertThatExceptionOfType(UninstantiableException.class)
                    .isThrownBy(() -> new Guest(memory, module))
                    .withMessageContaining("out of bounds memory access")
                    .withMessageContaining("address=65535 byteSize=2 memoryByteSize=65536");
            assertThat(memory.loadI8(65_535)).isZero();
        }
    }

    /** A module that exports each load and store under its name. */
    private static String accesses() {
        StringBuilder module = new StringBuilder("(module (memory 1 3)\n");
        for (String load : LOADS) {
            module.append("(func (export \"%s\") (param i32) (result %s) (%s (local.get 0)))%n"
                    .formatted(load, type(load), load));
        }
        for (String store : STORES) {
            module.append("(func (export \"%s\") (param i32 %s) (%s (local.get 0) (local.get 1)))%n"
                    .formatted(store, type(store), store));
        }
        return module + """
                (func (export "i32.load+65532") (param i32) (result i32) (i32.load offset=65532 (local.get 0))))
                """;
    }

    private static String type(String instruction) {
        return instruction.substring(0, 3);
    }

    private static String bulk() {
        return """
                (module
                  (memory 1 3)
                  (data $hello (i32.const 0x1000) "%s")
                  (data $five "\\01\\02\\03\\04\\05")
                  (func (export "size") (result i32) (memory.size))
                  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
                  (func (export "copy") (param i32 i32 i32)
                    (memory.copy (local.get 0) (local.get 1) (local.get 2)))
                  (func (export "fill") (param i32 i32 i32)
                    (memory.fill (local.get 0) (local.get 1) (local.get 2)))
                  (func (export "init") (param i32 i32 i32)
                    (memory.init $five (local.get 0) (local.get 1) (local.get 2)))
                  (func (export "initActive") (param i32 i32 i32)
                    (memory.init $hello (local.get 0) (local.get 1) (local.get 2)))
                  (func (export "drop") (data.drop $five)))
                """.formatted(HELLO);
    }

    /** The ways in which a memory gets its bytes that every program can ask for. */
    enum Backing {
        RESERVED {
            @Override
            LinearMemory create() {
                return LinearMemory.create(1, 3);
            }
        },
        HEAP {
            @Override
            LinearMemory create() {
                return LinearMemory.createOnHeap(1, 3);
            }
        },
        MAPPED_FILE {
            @Override
            LinearMemory create() {
                try {
                    Path folder = Files.createTempDirectory("ashlar-wasm-");
                    Path file = folder.resolve("memory");
                    LinearMemory memory = LinearMemory.map(file, 1, 3);
                    // So that no test has to clean up. The names must stay: a memory whose file was deleted does not
                    // grow.
                    folder.toFile().deleteOnExit();
                    file.toFile().deleteOnExit();
                    folder.resolve("memory.lock").toFile().deleteOnExit();
                    return memory;
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        };

        abstract LinearMemory create();
    }

    /** An instance of a module on a memory. */
    record Guest(Instance instance) {
        Guest(LinearMemory memory, String module) {
            this(Instance.builder(Parser.parse(Wat2Wasm.parse(module)))
                    .withMemoryFactory(limits -> new EngineMemory(memory))
                    .build());
        }

        long call(String function, long... arguments) {
            long[] results = instance.export(function).apply(arguments);
            return results == null || results.length == 0 ? 0 : results[0];
        }

        void traps(String function, long... arguments) {
            assertThatExceptionOfType(TrapException.class)
                    .isThrownBy(() -> call(function, arguments))
                    .withMessageContaining("out of bounds memory access");
        }
    }
}

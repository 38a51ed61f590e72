package dev.ashlar.examples.wasm;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/**
 * Modules of two memories, encoded by hand since the assembler knows modules of one memory only (core specification,
 * "Binary Format").
 *
 * <pre>{@code
 * (module
 *   (memory $a 1)                                              ;; or (import "m" "a" (memory $a 1))
 *   (memory $b 1)
 *   (func (export "a") (param i32) (result i32) (i32.load8_u $a (local.get 0)))
 *   (func (export "b") (param i32) (result i32) (i32.load8_u $b (local.get 0)))
 *   (func (export "initA") (param i32 i32 i32)
 *     (memory.init $a 0 (local.get 0) (local.get 1) (local.get 2)))
 *   (func (export "initB") (param i32 i32 i32)
 *     (memory.init $b 0 (local.get 0) (local.get 1) (local.get 2)))
 *   (func (export "drop") (data.drop 0))
 *   ...)                                                       ;; the segments, at least one
 * }</pre>
 */
final class TwoMemories {
    private static final String MAGIC_AND_VERSION = "0061736d 01000000";
    private static final List<String> TYPES = List.of("60 01 7f 01 7f", "60 03 7f 7f 7f 00", "60 00 00");
    private static final List<String> IMPORTS = List.of("01 6d 01 61 02 00 01");
    private static final List<String> FUNCTIONS = List.of("00", "00", "01", "01", "02");
    private static final String MEMORY = "00 01";
    private static final List<String> EXPORTS =
            List.of("01 61 00 00", "01 62 00 01", "05 696e697441 00 02", "05 696e697442 00 03", "04 64726f70 00 04");
    private static final List<String> CODE = List.of(
            "07 00 20 00 2d 00 00 0b",
            "08 00 20 00 2d 40 01 00 0b",
            "0c 00 20 00 20 01 20 02 fc 08 00 00 0b",
            "0c 00 20 00 20 01 20 02 fc 08 00 01 0b",
            "05 00 fc 09 00 0b");

    private TwoMemories() {}

    /** A module that has both memories itself. */
    static byte[] module(String... segments) {
        return HexFormat.of()
                .parseHex(hex(MAGIC_AND_VERSION, section(1, TYPES), section(3, FUNCTIONS))
                        + hex(section(5, List.of(MEMORY, MEMORY)), rest(segments)));
    }

    /** A module that imports the first memory as {@code m.a}. */
    static byte[] importing(String... segments) {
        return HexFormat.of()
                .parseHex(hex(MAGIC_AND_VERSION, section(1, TYPES), section(2, IMPORTS), section(3, FUNCTIONS))
                        + hex(section(5, List.of(MEMORY)), rest(segments)));
    }

    /** {@code (data (memory m) (i32.const address) bytes)}. */
    static String active(int memory, int address, int... bytes) {
        return "02" + unsigned(memory) + "41" + signed(address) + "0b" + vector(bytes);
    }

    /** {@code (data (i32.const address) bytes)}: the short form, for the first memory. */
    static String active(int address, int[] bytes) {
        return "00" + "41" + signed(address) + "0b" + vector(bytes);
    }

    /** {@code (data bytes)}. */
    static String passive(int... bytes) {
        return "01" + vector(bytes);
    }

    private static String rest(String... segments) {
        String count = unsigned(segments.length);
        return section(7, EXPORTS) + "0c" + unsigned(byteSize(count)) + count + section(10, CODE)
                + section(11, List.of(segments));
    }

    private static String section(int number, List<String> entries) {
        String contents = unsigned(entries.size()) + hex(entries.toArray(String[]::new));
        return "%02x".formatted(number) + unsigned(byteSize(contents)) + contents;
    }

    private static String vector(int... bytes) {
        StringBuilder vector = new StringBuilder(unsigned(bytes.length));
        for (int each : bytes) {
            vector.append("%02x".formatted(each));
        }
        return vector.toString();
    }

    private static String unsigned(int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = number;
        while (rest > 0x7F) {
            bytes.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static String signed(int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = number;
        while (rest > 0x3F || rest < -0x40) {
            bytes.write((rest & 0x7F) | 0x80);
            rest >>= 7;
        }
        bytes.write(rest & 0x7F);
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static int byteSize(String hex) {
        return hex.length() / 2;
    }

    private static String hex(String... parts) {
        return String.join("", parts).replace(" ", "");
    }
}

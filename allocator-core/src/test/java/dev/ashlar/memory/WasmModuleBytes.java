package dev.ashlar.memory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a Wasm module with one memory, as the core specification's "Binary Format" has it. Every function is exported;
 * its body is a sequence of instructions, for which there are methods below.
 */
final class WasmModuleBytes {
    static final byte I32 = 0x7F;
    static final byte I64 = 0x7E;
    static final byte F32 = 0x7D;
    static final byte F64 = 0x7C;

    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int BULK = 0xFC;

    private final byte[] limits;
    private final List<byte[]> types = new ArrayList<>();
    private final List<byte[]> exports = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<byte[]> data = new ArrayList<>();

    WasmModuleBytes(int minPages, int maxPages) {
        this.limits = join(number(1), number(minPages), number(maxPages));
    }

    /** {@code (data (i32.const address) bytes)}. */
    WasmModuleBytes active(int address, byte[] bytes) {
        data.add(join(number(0), i32Const(address), END, counted(bytes)));
        return this;
    }

    /** {@code (data bytes)}. */
    WasmModuleBytes passive(byte[] bytes) {
        data.add(join(number(1), counted(bytes)));
        return this;
    }

    /** {@code (func (export name) (param …) (result …) instructions)}. */
    WasmModuleBytes function(String name, byte[] parameters, byte[] results, byte[]... instructions) {
        types.add(join(number(0x60), counted(parameters), counted(results)));
        exports.add(join(counted(name.getBytes(StandardCharsets.UTF_8)), number(0), number(exports.size())));
        bodies.add(counted(join(number(0), join(instructions), END)));
        return this;
    }

    byte[] toBytes() {
        List<byte[]> indexes = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            indexes.add(number(i));
        }
        return join(
                HEADER,
                section(1, types),
                section(3, indexes),
                section(5, List.of(limits)),
                section(7, exports),
                join(number(12), counted(number(data.size()))),
                section(10, bodies),
                section(11, data));
    }

    static final byte[] END = {0x0B};

    static byte[] types(byte... types) {
        return types;
    }

    static byte[] localGet(int index) {
        return join(number(0x20), number(index));
    }

    static byte[] i32Const(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x41);
        int rest = value;
        while (rest < -64 || rest > 63) {
            out.write((rest & 0x7F) | 0x80);
            rest >>= 7;
        }
        out.write(rest & 0x7F);
        return out.toByteArray();
    }

    /** A load or store by its opcode, with the offset that is added to the address on the stack. */
    static byte[] access(int opcode, int offset) {
        return join(number(opcode), number(0), number(offset));
    }

    static byte[] memorySize() {
        return join(number(0x3F), number(0));
    }

    static byte[] memoryGrow() {
        return new byte[] {0x40, 0};
    }

    static byte[] memoryInit(int segment) {
        return join(new byte[] {(byte) BULK}, number(8), number(segment), number(0));
    }

    static byte[] dataDrop(int segment) {
        return join(new byte[] {(byte) BULK}, number(9), number(segment));
    }

    static byte[] memoryCopy() {
        return new byte[] {(byte) BULK, 10, 0, 0};
    }

    static byte[] memoryFill() {
        return new byte[] {(byte) BULK, 11, 0};
    }

    private static byte[] section(int id, List<byte[]> entries) {
        return join(number(id), counted(join(number(entries.size()), join(entries.toArray(new byte[0][])))));
    }

    private static byte[] counted(byte[] bytes) {
        return join(number(bytes.length), bytes);
    }

    /** An unsigned LEB128 number. */
    private static byte[] number(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}

package dev.ashlar.memory;

/**
 * The loads, stores and bulk operations of a {@link LinearMemory} by address (WebAssembly core specification, "Memory
 * Instructions").
 *
 * <p>A base and an offset are added exactly and never wrap. Everything goes through the memory-wide handle, which alone
 * knows how much memory there is.
 */
abstract sealed class MemoryInstructions permits LinearMemory {
    /** The memory-wide handle: starts at address 0 and follows growth. It has no owner, so {@code free} refuses it. */
    public abstract Memory whole();

    /** Loads 1 byte at {@code address}, extended with its sign. */
    public int loadI8(long address) {
        return whole().loadI8(address);
    }

    /** Loads 1 byte at {@code base + offset}, extended with its sign. */
    public int loadI8(long base, long offset) {
        return whole().loadI8(effective(base, offset));
    }

    /** Loads 1 byte at {@code address}, extended with zeros. */
    public int loadU8(long address) {
        return whole().loadU8(address);
    }

    /** Loads 1 byte at {@code base + offset}, extended with zeros. */
    public int loadU8(long base, long offset) {
        return whole().loadU8(effective(base, offset));
    }

    /** Loads 2 bytes at {@code address}, extended with their sign. */
    public int loadI16(long address) {
        return whole().loadI16(address);
    }

    /** Loads 2 bytes at {@code base + offset}, extended with their sign. */
    public int loadI16(long base, long offset) {
        return whole().loadI16(effective(base, offset));
    }

    /** Loads 2 bytes at {@code address}, extended with zeros. */
    public int loadU16(long address) {
        return whole().loadU16(address);
    }

    /** Loads 2 bytes at {@code base + offset}, extended with zeros. */
    public int loadU16(long base, long offset) {
        return whole().loadU16(effective(base, offset));
    }

    /** Loads 4 bytes at {@code address}. */
    public int loadI32(long address) {
        return whole().loadI32(address);
    }

    /** Loads 4 bytes at {@code base + offset}. */
    public int loadI32(long base, long offset) {
        return whole().loadI32(effective(base, offset));
    }

    /** Loads 4 bytes at {@code address}, extended with zeros. */
    public long loadU32(long address) {
        return whole().loadU32(address);
    }

    /** Loads 4 bytes at {@code base + offset}, extended with zeros. */
    public long loadU32(long base, long offset) {
        return whole().loadU32(effective(base, offset));
    }

    /** Loads 8 bytes at {@code address}. */
    public long loadI64(long address) {
        return whole().loadI64(address);
    }

    /** Loads 8 bytes at {@code base + offset}. */
    public long loadI64(long base, long offset) {
        return whole().loadI64(effective(base, offset));
    }

    /** Loads 4 bytes at {@code address} as an IEEE 754 binary32 value. */
    public float loadF32(long address) {
        return whole().loadF32(address);
    }

    /** Loads 4 bytes at {@code base + offset} as an IEEE 754 binary32 value. */
    public float loadF32(long base, long offset) {
        return whole().loadF32(effective(base, offset));
    }

    /** Loads 8 bytes at {@code address} as an IEEE 754 binary64 value. */
    public double loadF64(long address) {
        return whole().loadF64(address);
    }

    /** Loads 8 bytes at {@code base + offset} as an IEEE 754 binary64 value. */
    public double loadF64(long base, long offset) {
        return whole().loadF64(effective(base, offset));
    }

    /** Stores the low byte of {@code value} at {@code address}. */
    public void storeI8(long address, int value) {
        whole().storeI8(address, value);
    }

    /** Stores the low byte of {@code value} at {@code base + offset}. */
    public void storeI8(long base, long offset, int value) {
        whole().storeI8(effective(base, offset), value);
    }

    /** Stores the low 2 bytes of {@code value} at {@code address}. */
    public void storeI16(long address, int value) {
        whole().storeI16(address, value);
    }

    /** Stores the low 2 bytes of {@code value} at {@code base + offset}. */
    public void storeI16(long base, long offset, int value) {
        whole().storeI16(effective(base, offset), value);
    }

    /** Stores the 4 bytes of {@code value} at {@code address}. */
    public void storeI32(long address, int value) {
        whole().storeI32(address, value);
    }

    /** Stores the 4 bytes of {@code value} at {@code base + offset}. */
    public void storeI32(long base, long offset, int value) {
        whole().storeI32(effective(base, offset), value);
    }

    /** Stores the 8 bytes of {@code value} at {@code address}. */
    public void storeI64(long address, long value) {
        whole().storeI64(address, value);
    }

    /** Stores the 8 bytes of {@code value} at {@code base + offset}. */
    public void storeI64(long base, long offset, long value) {
        whole().storeI64(effective(base, offset), value);
    }

    /** Stores the 4 bytes of {@code value} at {@code address}. */
    public void storeF32(long address, float value) {
        whole().storeF32(address, value);
    }

    /** Stores the 4 bytes of {@code value} at {@code base + offset}. */
    public void storeF32(long base, long offset, float value) {
        whole().storeF32(effective(base, offset), value);
    }

    /** Stores the 8 bytes of {@code value} at {@code address}. */
    public void storeF64(long address, double value) {
        whole().storeF64(address, value);
    }

    /** Stores the 8 bytes of {@code value} at {@code base + offset}. */
    public void storeF64(long base, long offset, double value) {
        whole().storeF64(effective(base, offset), value);
    }

    /** Loads the string in UTF-8 from {@code address} up to the first NUL: {@link Memory#loadString(long)}. */
    public String loadString(long address) {
        return whole().loadString(address);
    }

    /** Loads the string in UTF-8 in a field of {@code byteSize} bytes: {@link Memory#loadString(long, int)}. */
    public String loadString(long address, int byteSize) {
        return whole().loadString(address, byteSize);
    }

    /**
     * Stores a string in UTF-8 and a NUL after it: {@link Memory#storeString(long, String)}.
     *
     * @return the number of bytes stored, the NUL included
     */
    public int storeString(long address, String value) {
        return whole().storeString(address, value);
    }

    /**
     * Stores a string in UTF-8 in a field of {@code byteSize} bytes: {@link Memory#storeString(long, String, int)}.
     */
    public void storeString(long address, String value, int byteSize) {
        whole().storeString(address, value, byteSize);
    }

    /**
     * Copies {@code byteSize} bytes from address {@code from} to address {@code to}, as if through a temporary copy
     * (Wasm {@code memory.copy}). Nothing is copied when either range does not fit.
     */
    public void copy(long to, long from, long byteSize) {
        whole().copyTo(from, whole(), to, byteSize);
    }

    /**
     * Sets {@code byteSize} bytes from {@code address} on to the low byte of {@code value} (Wasm {@code memory.fill}).
     * Nothing is set when the range does not fit.
     */
    public void fill(long address, int value, long byteSize) {
        whole().fill(address, value, byteSize);
    }

    /**
     * The exact sum of a base and an offset, like Wasm's effective address; on overflow, a number that no access
     * accepts.
     */
    private static long effective(long base, long offset) {
        long sum = base + offset;
        return (base | offset | sum) < 0 ? nowhere(base, offset) : sum;
    }

    /**
     * Returns a negative operand as it is, and {@link Long#MAX_VALUE} for a sum beyond it: every access refuses both.
     */
    private static long nowhere(long base, long offset) {
        return (base | offset) < 0 ? Math.min(base, offset) : Long.MAX_VALUE;
    }
}

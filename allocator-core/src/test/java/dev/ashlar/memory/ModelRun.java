package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random operations on one memory, and the same ones on a {@code byte[]} by the simplest means: one byte at a time, in
 * ranges checked by comparing what cannot overflow.
 */
final class ModelRun {
    static final int MAX_PAGES = 6;

    private static final int PAGE = (int) LinearMemory.PAGE_BYTE_SIZE;
    private static final int COMPARE_EVERY = 1 << 15;
    private static final long[] FAR = {
        -1, -8, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 7, 1L << 31, 0xFFFF_FFFFL, 1L << 32, 1L << 62
    };

    private final SplittableRandom random;
    private final LinearMemory memory;
    private final DataSegment segment;
    private final byte[] segmentBytes = new byte[100];
    private boolean dropped;
    private byte[] model;

    ModelRun(long seed, LinearMemory memory) {
        this.random = new SplittableRandom(seed);
        this.memory = memory;
        this.model = new byte[(int) memory.byteSize()];
        for (int i = 0; i < segmentBytes.length; i++) {
            segmentBytes[i] = (byte) random.nextInt();
        }
        this.segment = DataSegment.passive(segmentBytes);
    }

    void run(int operations) {
        for (int i = 1; i <= operations; i++) {
            int kind = random.nextInt(512);
            if (kind < 240) {
                load();
            } else if (kind < 470) {
                store();
            } else if (kind < 490) {
                span();
            } else {
                bulk(kind);
            }
            if (i % COMPARE_EVERY == 0) {
                compare();
            }
        }
        compare();
    }

    private void load() {
        int kind = random.nextInt(9);
        int byteSize = byteSize(kind);
        long address = address(byteSize);
        boolean fits = fits(address, byteSize);
        try {
            long loaded = load(kind, address);
            require(fits && loaded == expected(kind, (int) address), "load", kind, address, byteSize);
        } catch (IndexOutOfBoundsException refused) {
            require(!fits, "load", kind, address, byteSize);
        }
    }

    private long load(int kind, long address) {
        // Base and offset must add up to the address exactly; negative ones are given as they are.
        long base = address < 0 ? address : address - (address >>> 3);
        long offset = address < 0 ? 0 : address >>> 3;
        return switch (kind) {
            case 0 -> memory.loadI8(address);
            case 1 -> memory.loadU8(base, offset);
            case 2 -> memory.loadI16(address);
            case 3 -> memory.loadU16(base, offset);
            case 4 -> memory.loadI32(address);
            case 5 -> memory.loadU32(base, offset);
            case 6 -> memory.loadI64(address);
            case 7 -> Float.floatToRawIntBits(memory.loadF32(base, offset));
            default -> Double.doubleToRawLongBits(memory.loadF64(address));
        };
    }

    private long expected(int kind, int address) {
        long bits = 0;
        for (int i = byteSize(kind) - 1; i >= 0; i--) {
            bits = bits << 8 | (model[address + i] & 0xFF);
        }
        return switch (kind) {
            case 0 -> (byte) bits;
            case 2 -> (short) bits;
            case 4, 7 -> (int) bits;
            default -> bits;
        };
    }

    private void store() {
        int kind = random.nextInt(9);
        int byteSize = byteSize(kind);
        long address = address(byteSize);
        boolean fits = fits(address, byteSize);
        long bits = random.nextLong();
        try {
            store(kind, address, bits);
            require(fits, "store", kind, address, byteSize);
            for (int i = 0; i < byteSize; i++) {
                model[(int) address + i] = (byte) (bits >>> (8 * i));
            }
        } catch (IndexOutOfBoundsException refused) {
            require(!fits, "store", kind, address, byteSize);
        }
    }

    private void store(int kind, long address, long bits) {
        switch (kind) {
            case 0, 1 -> memory.storeI8(address, (int) bits);
            case 2, 3 -> memory.storeI16(address, (int) bits);
            case 4, 5 -> memory.storeI32(address, (int) bits);
            case 6 -> memory.storeI64(address, bits);
            case 7 -> memory.storeF32(address, Float.intBitsToFloat((int) bits));
            default -> memory.storeF64(address, Double.longBitsToDouble(bits));
        }
    }

    /** The bytes of each kind of load and store: I8 U8 I16 U16 I32 U32 I64 F32 F64. */
    private static int byteSize(int kind) {
        return switch (kind) {
            case 0, 1 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 7 -> 4;
            default -> 8;
        };
    }

    private void span() {
        long byteSize = random.nextInt(32);
        long address = address((int) byteSize);
        boolean fits = fits(address, byteSize);
        try {
            Memory span = memory.span(address, byteSize);
            require(fits, "span", 0, address, byteSize);
            byte[] bytes = span.loadBytes();
            require(matches(bytes, (int) address), "loadBytes", 0, address, byteSize);
            random.nextBytes(bytes);
            span.storeBytes(bytes);
            System.arraycopy(bytes, 0, model, (int) address, bytes.length);
        } catch (IndexOutOfBoundsException refused) {
            require(!fits, "span", 0, address, byteSize);
        }
    }

    private boolean matches(byte[] bytes, int address) {
        return Arrays.equals(bytes, 0, bytes.length, model, address, address + bytes.length);
    }

    private void bulk(int kind) {
        if (kind < 498) {
            copy();
        } else if (kind < 505) {
            fill();
        } else if (kind < 511) {
            init();
        } else if (random.nextInt(8) == 0) {
            grow();
        }
    }

    private void copy() {
        long byteSize = length();
        long from = address((int) byteSize);
        long to = random.nextBoolean() ? from + random.nextInt(-16, 16) : address((int) byteSize);
        boolean fits = fits(from, byteSize) && fits(to, byteSize);
        try {
            memory.copy(to, from, byteSize);
            require(fits, "copy", (int) to, from, byteSize);
            byte[] bytes = Arrays.copyOfRange(model, (int) from, (int) (from + byteSize));
            System.arraycopy(bytes, 0, model, (int) to, bytes.length);
        } catch (IndexOutOfBoundsException refused) {
            require(!fits, "copy", (int) to, from, byteSize);
        }
    }

    private void fill() {
        long byteSize = length();
        long address = address((int) byteSize);
        boolean fits = fits(address, byteSize);
        int value = random.nextInt();
        try {
            memory.fill(address, value, byteSize);
            require(fits, "fill", value, address, byteSize);
            Arrays.fill(model, (int) address, (int) (address + byteSize), (byte) value);
        } catch (IndexOutOfBoundsException refused) {
            require(!fits, "fill", value, address, byteSize);
        }
    }

    private void init() {
        if (random.nextInt(10_000) == 0) {
            segment.drop();
            dropped = true;
        }
        int available = dropped ? 0 : segmentBytes.length;
        // Mostly what fits, because an exception takes as long as a hundred stores.
        int from = random.nextInt(available + 1);
        int byteSize = random.nextInt(available - from + 1);
        if (random.nextInt(16) == 0) {
            byteSize++;
        }
        long to = address(byteSize);
        boolean fits = fits(to, byteSize) && from + byteSize <= available;
        try {
            memory.init(segment, to, from, byteSize);
            require(fits, "init", from, to, byteSize);
            System.arraycopy(segmentBytes, from, model, (int) to, byteSize);
        } catch (IndexOutOfBoundsException refused) {
            require(!fits, "init", from, to, byteSize);
        }
    }

    private void grow() {
        long pages = model.length / PAGE;
        long more = random.nextInt(8) == 0 ? random.nextInt(-1, 8) : 1;
        boolean fits = more >= 0 && pages + more <= MAX_PAGES;
        long before = memory.grow(more);
        require(before == (fits ? pages : -1), "grow", (int) more, pages, before);
        if (fits) {
            model = Arrays.copyOf(model, (int) (pages + more) * PAGE);
        }
    }

    /** Mostly an address at which {@code byteSize} bytes fit, often near the end; sometimes one at which they do not. */
    private long address(int byteSize) {
        int choice = random.nextInt(1024);
        if (choice > 128) {
            return random.nextInt(model.length - byteSize + 1);
        }
        long last = model.length - (long) byteSize;
        if (choice > 2) {
            return last - random.nextInt(8);
        }
        return choice > 0 ? last + 1 + random.nextInt(8) : FAR[random.nextInt(FAR.length)];
    }

    private long length() {
        return random.nextInt(256) == 0 ? random.nextInt(PAGE) : random.nextInt(200);
    }

    private boolean fits(long address, long byteSize) {
        return address >= 0 && byteSize >= 0 && address <= model.length && byteSize <= model.length - address;
    }

    private void compare() {
        long difference = MemorySegment.ofArray(model).mismatch(memory.segment());
        require(difference == -1, "compare", 0, difference, model.length);
    }

    private static void require(boolean condition, String operation, int kind, long address, long byteSize) {
        if (!condition) {
            throw new AssertionError("memory and model differ: operation=" + operation + " kind=" + kind + " address="
                    + address + " byteSize=" + byteSize);
        }
    }
}

package dev.ashlar.struct;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.ComponentPath;
import dev.ashlar.struct.support.StoredInteger;
import org.jspecify.annotations.Nullable;

/** The targets of references, and their checks. For generated code. */
public final class RefTarget {
    private RefTarget() {}

    /**
     * Returns the handle through which the struct at {@code address} is read: that of the whole memory.
     *
     * @param component the reference as a member of its struct, {@code p.Node#next}, for messages
     * @param memory the handle through which the reference was loaded
     * @param address the address of the struct, not 0
     * @param byteSize the size of the struct in bytes
     * @param byteAlignment the alignment of the struct in bytes
     * @throws IndexOutOfBoundsException if a struct there does not lie inside the memory
     * @throws IllegalStateException if {@code address} is not a multiple of the alignment, or {@code memory} is closed
     *     or not part of a {@link dev.ashlar.memory.LinearMemory}
     */
    public static Memory follow(Object component, Memory memory, long address, long byteSize, long byteAlignment) {
        Memory whole = whole(component, memory);
        requireAligned(component, address, byteAlignment);
        try {
            whole.checkRange(address, byteSize);
        } catch (IndexOutOfBoundsException outside) {
            throw outside(component, address, byteSize, whole);
        }
        return whole;
    }

    /**
     * As {@link #follow(Object, Memory, long, long, long)}, for a struct that may have been compiled elsewhere, and
     * later: its size and alignment are those of its current classes.
     *
     * @throws StructLinkError if the struct does not match the structs and enums in it
     */
    public static Memory follow(Object component, Memory memory, long address, StructLink target) {
        target.check();
        return follow(component, memory, address, target.byteSize(), target.byteAlignment());
    }

    /**
     * Returns the struct at {@code address}, with the checks of {@link #follow(Object, Memory, long, long, long)}.
     *
     * @param whole the handle of the whole memory
     */
    static <V extends StructView<?>> V view(Object component, Memory whole, long address, StructType<?, V> type) {
        requireAligned(component, address, type.byteAlignment());
        try {
            return type.at(whole, address);
        } catch (IndexOutOfBoundsException outside) {
            throw outside(component, address, type.byteSize(), whole);
        }
    }

    private static void requireAligned(Object component, long address, long byteAlignment) {
        // Not Alignment.isAligned, which checks the alignment too: this runs for every reference that is followed.
        if ((address & (byteAlignment - 1)) != 0) {
            throw new IllegalStateException("reference to an address that is not aligned: " + facts(component)
                    + " address=" + address + " byteAlignment=" + byteAlignment);
        }
    }

    /**
     * Returns the reference to {@code address} that was loaded from {@code memory}, and belongs to it. Takes constant
     * time.
     */
    public static <T> Ref<T> read(Memory memory, long address) {
        return new Ref<>(address, memory.whole());
    }

    /**
     * Checks that a reference may be stored in {@code memory}: it must refer to nothing, be a plain number, or belong
     * to the same memory.
     *
     * @param component its name, as that of {@link #follow(Object, Memory, long, long, long)}
     * @throws IllegalArgumentException if it belongs to another memory
     * @throws IllegalStateException if it belongs to a memory, and {@code memory} is not part of a {@link
     *     dev.ashlar.memory.LinearMemory}
     */
    public static void requireIn(Object component, Memory memory, Ref<?> reference) {
        Memory known = reference.memory();
        if (known != null && !reference.isNone() && whole(component, memory) != known) {
            throw intoAnotherMemory(component);
        }
    }

    /**
     * Returns a reference, after checking that its address fits in 4 bytes.
     *
     * @param component the component as a member of its struct, or its {@link ComponentPath}, for the message
     * @throws IllegalArgumentException if it does not
     */
    public static <T> Ref<T> requireU32(Object component, Ref<T> reference) {
        StoredInteger.u32(component, reference.address());
        return reference;
    }

    /**
     * Returns the address by which a struct in {@code memory} refers to {@code view}; 0 for {@code null}.
     *
     * @param component the reference as a member of its struct, {@code p.Node#next}, for messages
     * @param byteAlignment the alignment of the struct that {@code view} shows, in bytes
     * @throws IllegalArgumentException if {@code view} lies in another memory, at address 0 or not aligned
     * @throws IllegalStateException if {@code memory} is not part of a {@link dev.ashlar.memory.LinearMemory}, or
     *     {@code view} is freed or closed
     */
    public static long address(Object component, Memory memory, @Nullable StructView<?> view, long byteAlignment) {
        Memory whole = whole(component, memory);
        if (view == null) {
            return 0;
        }
        if (view.memory().whole() != whole) {
            throw intoAnotherMemory(component);
        }
        long address = address(component, view.memory(), view.byteOffset());
        if (!Alignment.isAligned(address, byteAlignment)) {
            throw new IllegalArgumentException("reference to a struct that is not aligned: " + facts(component)
                    + " address=" + address + " byteAlignment=" + byteAlignment);
        }
        return address;
    }

    /**
     * The address of the struct that lies in {@code memory} at {@code byteOffset}.
     *
     * @param component the reference, as in {@link #follow(Object, Memory, long, long, long)}, or a view of the struct
     */
    static long address(Object component, Memory memory, long byteOffset) {
        if (memory.whole() == null) {
            throw new IllegalArgumentException(
                    "reference to a struct in memory that is part of no LinearMemory, and so has no addresses: "
                            + facts(component));
        }
        memory.checkRange(byteOffset, 1);
        long address = memory.offset() + byteOffset;
        if (address == 0) {
            throw new IllegalArgumentException(
                    "reference to address 0, which means none: " + facts(component) + "; place the struct elsewhere");
        }
        return address;
    }

    /** The handle of the whole memory that {@code memory} is part of. */
    static Memory whole(Object component, Memory memory) {
        Memory whole = memory.whole();
        if (whole == null) {
            throw withoutAddresses(component);
        }
        return whole;
    }

    private static IllegalArgumentException intoAnotherMemory(Object component) {
        return new IllegalArgumentException("reference into another memory: " + facts(component));
    }

    private static IndexOutOfBoundsException outside(Object component, long address, long byteSize, Memory whole) {
        return new IndexOutOfBoundsException("reference out of the memory: " + facts(component) + " address=" + address
                + " byteSize=" + byteSize + " memoryByteSize=" + whole.length());
    }

    private static IllegalStateException withoutAddresses(Object component) {
        return new IllegalStateException(
                "reference in memory that is part of no LinearMemory, and so has no addresses: " + facts(component));
    }

    /** The facts of a message: those of a component, or the struct of a view that is referred to. */
    private static String facts(Object component) {
        return ComponentPath.facts(
                component instanceof StructView<?> view ? view.structType().name() : component);
    }
}

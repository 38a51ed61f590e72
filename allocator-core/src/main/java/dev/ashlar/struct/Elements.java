package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.PrimitiveElements;
import dev.ashlar.struct.support.StoredInteger;
import dev.ashlar.struct.support.StructRange;
import java.util.Objects;

/**
 * An array of numbers inside a struct, seen in place: setting an element changes the memory. There is a class for each
 * primitive type, with a {@code get} and a {@code set} that do not box, and {@link EnumElements}.
 *
 * <pre>{@code
 * line.xs[0] += 1              // Kotlin; the struct has @Length(4) val xs: IntArray
 * for (x in line.xs) { ... }
 * }</pre>
 *
 * <p>Like a view it is a handle and an offset, value-based and immutable, and lives as long as its handle. Indexes
 * count elements from 0. Each operation on one element takes constant time.
 *
 * @param <T> the type of the elements
 */
public abstract sealed class Elements<T> extends ComponentElements<T>
        permits BooleanElements,
                ByteElements,
                CharElements,
                DoubleElements,
                EnumElements,
                FloatElements,
                IntElements,
                LongElements,
                ShortElements {
    final Memory memory;
    final StorageType storageType;
    final StructOrder order;
    private final long byteOffset;

    Elements(String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, size);
        this.memory = Objects.requireNonNull(memory, "memory");
        this.byteOffset = byteOffset;
        this.storageType = storageType;
        this.order = order;
    }

    /** The offset of an element in bytes; checks the index. */
    final long offset(int index) {
        return StructRange.ofElement(component(), byteOffset, index, size(), storageType.byteSize());
    }

    /** The offset of the first element in bytes, even if there is none. */
    final long byteOffset() {
        return byteOffset;
    }

    /** Returns whether elements are stored as {@code natural}, in the byte order of the handle. */
    final boolean isPlain(StorageType natural) {
        return storageType == natural && !order.isBig();
    }

    /** Loads an integer of any storage type. */
    final long number(int index) {
        return PrimitiveElements.number(memory, offset(index), storageType.integerType(), order.byteOrder());
    }

    /** Stores an integer that is known to fit. */
    final void storeNumber(int index, long number) {
        PrimitiveElements.storeNumber(memory, offset(index), number, storageType.integerType(), order.byteOrder());
    }

    /** Stores an integer, after checking that it fits. */
    final void storeChecked(int index, long number) {
        long offset = offset(index);
        long checked = StoredInteger.require(component(), index, number, storageType.integerType());
        PrimitiveElements.storeNumber(memory, offset, checked, storageType.integerType(), order.byteOrder());
    }
}

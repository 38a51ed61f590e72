package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.PersonOffsets;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import dev.ashlar.benchmarks.peers.structs.WideOffsets;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** Addresses from {@code sun.misc.Unsafe}. */
@SuppressWarnings("removal") // it is one of the peers as long as it exists
final class UnsafePeer implements Peer {
    private static final Unsafe UNSAFE = unsafe();

    private final long people;
    private final long wide;

    UnsafePeer(int people, int wide) {
        this.people = zeroed((long) people * PersonOffsets.BYTE_SIZE);
        this.wide = zeroed((long) wide * WideOffsets.BYTE_SIZE_24);
    }

    private static Unsafe unsafe() {
        try {
            Field field = Unsafe.class.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            return (Unsafe) field.get(null);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError("no Unsafe", failure);
        }
    }

    private static long zeroed(long byteSize) {
        long address = UNSAFE.allocateMemory(byteSize);
        UNSAFE.setMemory(address, byteSize, (byte) 0);
        return address;
    }

    @Override
    public int age(int index) {
        return UNSAFE.getInt(people + (long) index * PersonOffsets.BYTE_SIZE + PersonOffsets.AGE);
    }

    @Override
    public double heightAndAge(int index) {
        long address = people + (long) index * PersonOffsets.BYTE_SIZE;
        return UNSAFE.getDouble(address + PersonOffsets.HEIGHT) + UNSAFE.getInt(address + PersonOffsets.AGE);
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        long address = people + (long) index * PersonOffsets.BYTE_SIZE;
        UNSAFE.putInt(address + PersonOffsets.ID, id);
        UNSAFE.putDouble(address + PersonOffsets.HEIGHT, height);
        UNSAFE.putInt(address + PersonOffsets.AGE, age);
    }

    @Override
    public Eight eight(int index) {
        long address = wide + (long) index * WideOffsets.BYTE_SIZE_8;
        return new Eight(
                UNSAFE.getInt(address + WideOffsets.C0),
                UNSAFE.getInt(address + WideOffsets.C1),
                UNSAFE.getLong(address + WideOffsets.C2),
                UNSAFE.getDouble(address + WideOffsets.C3),
                UNSAFE.getInt(address + WideOffsets.C4),
                UNSAFE.getInt(address + WideOffsets.C5),
                UNSAFE.getLong(address + WideOffsets.C6),
                UNSAFE.getDouble(address + WideOffsets.C7));
    }

    @Override
    public void setEight(int index, Eight value) {
        long address = wide + (long) index * WideOffsets.BYTE_SIZE_8;
        UNSAFE.putInt(address + WideOffsets.C0, value.c0());
        UNSAFE.putInt(address + WideOffsets.C1, value.c1());
        UNSAFE.putLong(address + WideOffsets.C2, value.c2());
        UNSAFE.putDouble(address + WideOffsets.C3, value.c3());
        UNSAFE.putInt(address + WideOffsets.C4, value.c4());
        UNSAFE.putInt(address + WideOffsets.C5, value.c5());
        UNSAFE.putLong(address + WideOffsets.C6, value.c6());
        UNSAFE.putDouble(address + WideOffsets.C7, value.c7());
    }

    @Override
    public Sixteen sixteen(int index) {
        long address = wide + (long) index * WideOffsets.BYTE_SIZE_16;
        return new Sixteen(
                UNSAFE.getInt(address + WideOffsets.C0),
                UNSAFE.getInt(address + WideOffsets.C1),
                UNSAFE.getLong(address + WideOffsets.C2),
                UNSAFE.getDouble(address + WideOffsets.C3),
                UNSAFE.getInt(address + WideOffsets.C4),
                UNSAFE.getInt(address + WideOffsets.C5),
                UNSAFE.getLong(address + WideOffsets.C6),
                UNSAFE.getDouble(address + WideOffsets.C7),
                UNSAFE.getInt(address + WideOffsets.C8),
                UNSAFE.getInt(address + WideOffsets.C9),
                UNSAFE.getLong(address + WideOffsets.C10),
                UNSAFE.getDouble(address + WideOffsets.C11),
                UNSAFE.getInt(address + WideOffsets.C12),
                UNSAFE.getInt(address + WideOffsets.C13),
                UNSAFE.getLong(address + WideOffsets.C14),
                UNSAFE.getDouble(address + WideOffsets.C15));
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        long address = wide + (long) index * WideOffsets.BYTE_SIZE_16;
        UNSAFE.putInt(address + WideOffsets.C0, value.c0());
        UNSAFE.putInt(address + WideOffsets.C1, value.c1());
        UNSAFE.putLong(address + WideOffsets.C2, value.c2());
        UNSAFE.putDouble(address + WideOffsets.C3, value.c3());
        UNSAFE.putInt(address + WideOffsets.C4, value.c4());
        UNSAFE.putInt(address + WideOffsets.C5, value.c5());
        UNSAFE.putLong(address + WideOffsets.C6, value.c6());
        UNSAFE.putDouble(address + WideOffsets.C7, value.c7());
        UNSAFE.putInt(address + WideOffsets.C8, value.c8());
        UNSAFE.putInt(address + WideOffsets.C9, value.c9());
        UNSAFE.putLong(address + WideOffsets.C10, value.c10());
        UNSAFE.putDouble(address + WideOffsets.C11, value.c11());
        UNSAFE.putInt(address + WideOffsets.C12, value.c12());
        UNSAFE.putInt(address + WideOffsets.C13, value.c13());
        UNSAFE.putLong(address + WideOffsets.C14, value.c14());
        UNSAFE.putDouble(address + WideOffsets.C15, value.c15());
    }

    @Override
    public void addToEight(int index, int delta) {
        long address = wide + (long) index * WideOffsets.BYTE_SIZE_8;
        addTo8(address, delta);
    }

    private static void addTo8(long address, int delta) {
        UNSAFE.putInt(address + WideOffsets.C0, UNSAFE.getInt(address + WideOffsets.C0) + delta);
        UNSAFE.putInt(address + WideOffsets.C1, UNSAFE.getInt(address + WideOffsets.C1) + delta);
        UNSAFE.putLong(address + WideOffsets.C2, UNSAFE.getLong(address + WideOffsets.C2) + delta);
        UNSAFE.putDouble(address + WideOffsets.C3, UNSAFE.getDouble(address + WideOffsets.C3) + delta);
        UNSAFE.putInt(address + WideOffsets.C4, UNSAFE.getInt(address + WideOffsets.C4) + delta);
        UNSAFE.putInt(address + WideOffsets.C5, UNSAFE.getInt(address + WideOffsets.C5) + delta);
        UNSAFE.putLong(address + WideOffsets.C6, UNSAFE.getLong(address + WideOffsets.C6) + delta);
        UNSAFE.putDouble(address + WideOffsets.C7, UNSAFE.getDouble(address + WideOffsets.C7) + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        long address = wide + (long) index * WideOffsets.BYTE_SIZE_16;
        addTo16(address, delta);
    }

    private static void addTo16(long address, int delta) {
        UNSAFE.putInt(address + WideOffsets.C0, UNSAFE.getInt(address + WideOffsets.C0) + delta);
        UNSAFE.putInt(address + WideOffsets.C1, UNSAFE.getInt(address + WideOffsets.C1) + delta);
        UNSAFE.putLong(address + WideOffsets.C2, UNSAFE.getLong(address + WideOffsets.C2) + delta);
        UNSAFE.putDouble(address + WideOffsets.C3, UNSAFE.getDouble(address + WideOffsets.C3) + delta);
        UNSAFE.putInt(address + WideOffsets.C4, UNSAFE.getInt(address + WideOffsets.C4) + delta);
        UNSAFE.putInt(address + WideOffsets.C5, UNSAFE.getInt(address + WideOffsets.C5) + delta);
        UNSAFE.putLong(address + WideOffsets.C6, UNSAFE.getLong(address + WideOffsets.C6) + delta);
        UNSAFE.putDouble(address + WideOffsets.C7, UNSAFE.getDouble(address + WideOffsets.C7) + delta);
        UNSAFE.putInt(address + WideOffsets.C8, UNSAFE.getInt(address + WideOffsets.C8) + delta);
        UNSAFE.putInt(address + WideOffsets.C9, UNSAFE.getInt(address + WideOffsets.C9) + delta);
        UNSAFE.putLong(address + WideOffsets.C10, UNSAFE.getLong(address + WideOffsets.C10) + delta);
        UNSAFE.putDouble(address + WideOffsets.C11, UNSAFE.getDouble(address + WideOffsets.C11) + delta);
        UNSAFE.putInt(address + WideOffsets.C12, UNSAFE.getInt(address + WideOffsets.C12) + delta);
        UNSAFE.putInt(address + WideOffsets.C13, UNSAFE.getInt(address + WideOffsets.C13) + delta);
        UNSAFE.putLong(address + WideOffsets.C14, UNSAFE.getLong(address + WideOffsets.C14) + delta);
        UNSAFE.putDouble(address + WideOffsets.C15, UNSAFE.getDouble(address + WideOffsets.C15) + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        long address = wide + (long) index * WideOffsets.BYTE_SIZE_24;
        addTo24(address, delta);
    }

    private static void addTo24(long address, int delta) {
        UNSAFE.putInt(address + WideOffsets.C0, UNSAFE.getInt(address + WideOffsets.C0) + delta);
        UNSAFE.putInt(address + WideOffsets.C1, UNSAFE.getInt(address + WideOffsets.C1) + delta);
        UNSAFE.putLong(address + WideOffsets.C2, UNSAFE.getLong(address + WideOffsets.C2) + delta);
        UNSAFE.putDouble(address + WideOffsets.C3, UNSAFE.getDouble(address + WideOffsets.C3) + delta);
        UNSAFE.putInt(address + WideOffsets.C4, UNSAFE.getInt(address + WideOffsets.C4) + delta);
        UNSAFE.putInt(address + WideOffsets.C5, UNSAFE.getInt(address + WideOffsets.C5) + delta);
        UNSAFE.putLong(address + WideOffsets.C6, UNSAFE.getLong(address + WideOffsets.C6) + delta);
        UNSAFE.putDouble(address + WideOffsets.C7, UNSAFE.getDouble(address + WideOffsets.C7) + delta);
        UNSAFE.putInt(address + WideOffsets.C8, UNSAFE.getInt(address + WideOffsets.C8) + delta);
        UNSAFE.putInt(address + WideOffsets.C9, UNSAFE.getInt(address + WideOffsets.C9) + delta);
        UNSAFE.putLong(address + WideOffsets.C10, UNSAFE.getLong(address + WideOffsets.C10) + delta);
        UNSAFE.putDouble(address + WideOffsets.C11, UNSAFE.getDouble(address + WideOffsets.C11) + delta);
        UNSAFE.putInt(address + WideOffsets.C12, UNSAFE.getInt(address + WideOffsets.C12) + delta);
        UNSAFE.putInt(address + WideOffsets.C13, UNSAFE.getInt(address + WideOffsets.C13) + delta);
        UNSAFE.putLong(address + WideOffsets.C14, UNSAFE.getLong(address + WideOffsets.C14) + delta);
        UNSAFE.putDouble(address + WideOffsets.C15, UNSAFE.getDouble(address + WideOffsets.C15) + delta);
        UNSAFE.putInt(address + WideOffsets.C16, UNSAFE.getInt(address + WideOffsets.C16) + delta);
        UNSAFE.putInt(address + WideOffsets.C17, UNSAFE.getInt(address + WideOffsets.C17) + delta);
        UNSAFE.putLong(address + WideOffsets.C18, UNSAFE.getLong(address + WideOffsets.C18) + delta);
        UNSAFE.putDouble(address + WideOffsets.C19, UNSAFE.getDouble(address + WideOffsets.C19) + delta);
        UNSAFE.putInt(address + WideOffsets.C20, UNSAFE.getInt(address + WideOffsets.C20) + delta);
        UNSAFE.putInt(address + WideOffsets.C21, UNSAFE.getInt(address + WideOffsets.C21) + delta);
        UNSAFE.putLong(address + WideOffsets.C22, UNSAFE.getLong(address + WideOffsets.C22) + delta);
        UNSAFE.putDouble(address + WideOffsets.C23, UNSAFE.getDouble(address + WideOffsets.C23) + delta);
    }

    @Override
    public void close() {
        UNSAFE.freeMemory(people);
        UNSAFE.freeMemory(wide);
    }
}

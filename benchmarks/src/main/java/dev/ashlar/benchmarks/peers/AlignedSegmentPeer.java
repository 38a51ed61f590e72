package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.PersonOffsets;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import dev.ashlar.benchmarks.peers.structs.WideOffsets;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A segment, accessed by hand with the aligned layouts that most people write. */
final class AlignedSegmentPeer implements Peer {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment people;
    private final MemorySegment wide;

    AlignedSegmentPeer(int people, int wide) {
        this.people = arena.allocate((long) people * PersonOffsets.BYTE_SIZE, Long.BYTES);
        this.wide = arena.allocate((long) wide * WideOffsets.BYTE_SIZE_24, Long.BYTES);
    }

    @Override
    public int age(int index) {
        return people.get(INT, (long) index * PersonOffsets.BYTE_SIZE + PersonOffsets.AGE);
    }

    @Override
    public double heightAndAge(int index) {
        long offset = (long) index * PersonOffsets.BYTE_SIZE;
        return people.get(DOUBLE, offset + PersonOffsets.HEIGHT) + people.get(INT, offset + PersonOffsets.AGE);
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        long offset = (long) index * PersonOffsets.BYTE_SIZE;
        people.set(INT, offset + PersonOffsets.ID, id);
        people.set(DOUBLE, offset + PersonOffsets.HEIGHT, height);
        people.set(INT, offset + PersonOffsets.AGE, age);
    }

    @Override
    public Eight eight(int index) {
        long offset = (long) index * WideOffsets.BYTE_SIZE_8;
        return new Eight(
                wide.get(INT, offset + WideOffsets.C0),
                wide.get(INT, offset + WideOffsets.C1),
                wide.get(LONG, offset + WideOffsets.C2),
                wide.get(DOUBLE, offset + WideOffsets.C3),
                wide.get(INT, offset + WideOffsets.C4),
                wide.get(INT, offset + WideOffsets.C5),
                wide.get(LONG, offset + WideOffsets.C6),
                wide.get(DOUBLE, offset + WideOffsets.C7));
    }

    @Override
    public void setEight(int index, Eight value) {
        long offset = (long) index * WideOffsets.BYTE_SIZE_8;
        wide.set(INT, offset + WideOffsets.C0, value.c0());
        wide.set(INT, offset + WideOffsets.C1, value.c1());
        wide.set(LONG, offset + WideOffsets.C2, value.c2());
        wide.set(DOUBLE, offset + WideOffsets.C3, value.c3());
        wide.set(INT, offset + WideOffsets.C4, value.c4());
        wide.set(INT, offset + WideOffsets.C5, value.c5());
        wide.set(LONG, offset + WideOffsets.C6, value.c6());
        wide.set(DOUBLE, offset + WideOffsets.C7, value.c7());
    }

    @Override
    public Sixteen sixteen(int index) {
        long offset = (long) index * WideOffsets.BYTE_SIZE_16;
        return new Sixteen(
                wide.get(INT, offset + WideOffsets.C0),
                wide.get(INT, offset + WideOffsets.C1),
                wide.get(LONG, offset + WideOffsets.C2),
                wide.get(DOUBLE, offset + WideOffsets.C3),
                wide.get(INT, offset + WideOffsets.C4),
                wide.get(INT, offset + WideOffsets.C5),
                wide.get(LONG, offset + WideOffsets.C6),
                wide.get(DOUBLE, offset + WideOffsets.C7),
                wide.get(INT, offset + WideOffsets.C8),
                wide.get(INT, offset + WideOffsets.C9),
                wide.get(LONG, offset + WideOffsets.C10),
                wide.get(DOUBLE, offset + WideOffsets.C11),
                wide.get(INT, offset + WideOffsets.C12),
                wide.get(INT, offset + WideOffsets.C13),
                wide.get(LONG, offset + WideOffsets.C14),
                wide.get(DOUBLE, offset + WideOffsets.C15));
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        long offset = (long) index * WideOffsets.BYTE_SIZE_16;
        wide.set(INT, offset + WideOffsets.C0, value.c0());
        wide.set(INT, offset + WideOffsets.C1, value.c1());
        wide.set(LONG, offset + WideOffsets.C2, value.c2());
        wide.set(DOUBLE, offset + WideOffsets.C3, value.c3());
        wide.set(INT, offset + WideOffsets.C4, value.c4());
        wide.set(INT, offset + WideOffsets.C5, value.c5());
        wide.set(LONG, offset + WideOffsets.C6, value.c6());
        wide.set(DOUBLE, offset + WideOffsets.C7, value.c7());
        wide.set(INT, offset + WideOffsets.C8, value.c8());
        wide.set(INT, offset + WideOffsets.C9, value.c9());
        wide.set(LONG, offset + WideOffsets.C10, value.c10());
        wide.set(DOUBLE, offset + WideOffsets.C11, value.c11());
        wide.set(INT, offset + WideOffsets.C12, value.c12());
        wide.set(INT, offset + WideOffsets.C13, value.c13());
        wide.set(LONG, offset + WideOffsets.C14, value.c14());
        wide.set(DOUBLE, offset + WideOffsets.C15, value.c15());
    }

    @Override
    public void addToEight(int index, int delta) {
        long offset = (long) index * WideOffsets.BYTE_SIZE_8;
        addTo8(wide, offset, delta);
    }

    private static void addTo8(MemorySegment wide, long offset, int delta) {
        wide.set(INT, offset + WideOffsets.C0, wide.get(INT, offset + WideOffsets.C0) + delta);
        wide.set(INT, offset + WideOffsets.C1, wide.get(INT, offset + WideOffsets.C1) + delta);
        wide.set(LONG, offset + WideOffsets.C2, wide.get(LONG, offset + WideOffsets.C2) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C3, wide.get(DOUBLE, offset + WideOffsets.C3) + delta);
        wide.set(INT, offset + WideOffsets.C4, wide.get(INT, offset + WideOffsets.C4) + delta);
        wide.set(INT, offset + WideOffsets.C5, wide.get(INT, offset + WideOffsets.C5) + delta);
        wide.set(LONG, offset + WideOffsets.C6, wide.get(LONG, offset + WideOffsets.C6) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C7, wide.get(DOUBLE, offset + WideOffsets.C7) + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        long offset = (long) index * WideOffsets.BYTE_SIZE_16;
        addTo16(wide, offset, delta);
    }

    private static void addTo16(MemorySegment wide, long offset, int delta) {
        wide.set(INT, offset + WideOffsets.C0, wide.get(INT, offset + WideOffsets.C0) + delta);
        wide.set(INT, offset + WideOffsets.C1, wide.get(INT, offset + WideOffsets.C1) + delta);
        wide.set(LONG, offset + WideOffsets.C2, wide.get(LONG, offset + WideOffsets.C2) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C3, wide.get(DOUBLE, offset + WideOffsets.C3) + delta);
        wide.set(INT, offset + WideOffsets.C4, wide.get(INT, offset + WideOffsets.C4) + delta);
        wide.set(INT, offset + WideOffsets.C5, wide.get(INT, offset + WideOffsets.C5) + delta);
        wide.set(LONG, offset + WideOffsets.C6, wide.get(LONG, offset + WideOffsets.C6) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C7, wide.get(DOUBLE, offset + WideOffsets.C7) + delta);
        wide.set(INT, offset + WideOffsets.C8, wide.get(INT, offset + WideOffsets.C8) + delta);
        wide.set(INT, offset + WideOffsets.C9, wide.get(INT, offset + WideOffsets.C9) + delta);
        wide.set(LONG, offset + WideOffsets.C10, wide.get(LONG, offset + WideOffsets.C10) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C11, wide.get(DOUBLE, offset + WideOffsets.C11) + delta);
        wide.set(INT, offset + WideOffsets.C12, wide.get(INT, offset + WideOffsets.C12) + delta);
        wide.set(INT, offset + WideOffsets.C13, wide.get(INT, offset + WideOffsets.C13) + delta);
        wide.set(LONG, offset + WideOffsets.C14, wide.get(LONG, offset + WideOffsets.C14) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C15, wide.get(DOUBLE, offset + WideOffsets.C15) + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        long offset = (long) index * WideOffsets.BYTE_SIZE_24;
        addTo24(wide, offset, delta);
    }

    private static void addTo24(MemorySegment wide, long offset, int delta) {
        wide.set(INT, offset + WideOffsets.C0, wide.get(INT, offset + WideOffsets.C0) + delta);
        wide.set(INT, offset + WideOffsets.C1, wide.get(INT, offset + WideOffsets.C1) + delta);
        wide.set(LONG, offset + WideOffsets.C2, wide.get(LONG, offset + WideOffsets.C2) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C3, wide.get(DOUBLE, offset + WideOffsets.C3) + delta);
        wide.set(INT, offset + WideOffsets.C4, wide.get(INT, offset + WideOffsets.C4) + delta);
        wide.set(INT, offset + WideOffsets.C5, wide.get(INT, offset + WideOffsets.C5) + delta);
        wide.set(LONG, offset + WideOffsets.C6, wide.get(LONG, offset + WideOffsets.C6) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C7, wide.get(DOUBLE, offset + WideOffsets.C7) + delta);
        wide.set(INT, offset + WideOffsets.C8, wide.get(INT, offset + WideOffsets.C8) + delta);
        wide.set(INT, offset + WideOffsets.C9, wide.get(INT, offset + WideOffsets.C9) + delta);
        wide.set(LONG, offset + WideOffsets.C10, wide.get(LONG, offset + WideOffsets.C10) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C11, wide.get(DOUBLE, offset + WideOffsets.C11) + delta);
        wide.set(INT, offset + WideOffsets.C12, wide.get(INT, offset + WideOffsets.C12) + delta);
        wide.set(INT, offset + WideOffsets.C13, wide.get(INT, offset + WideOffsets.C13) + delta);
        wide.set(LONG, offset + WideOffsets.C14, wide.get(LONG, offset + WideOffsets.C14) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C15, wide.get(DOUBLE, offset + WideOffsets.C15) + delta);
        wide.set(INT, offset + WideOffsets.C16, wide.get(INT, offset + WideOffsets.C16) + delta);
        wide.set(INT, offset + WideOffsets.C17, wide.get(INT, offset + WideOffsets.C17) + delta);
        wide.set(LONG, offset + WideOffsets.C18, wide.get(LONG, offset + WideOffsets.C18) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C19, wide.get(DOUBLE, offset + WideOffsets.C19) + delta);
        wide.set(INT, offset + WideOffsets.C20, wide.get(INT, offset + WideOffsets.C20) + delta);
        wide.set(INT, offset + WideOffsets.C21, wide.get(INT, offset + WideOffsets.C21) + delta);
        wide.set(LONG, offset + WideOffsets.C22, wide.get(LONG, offset + WideOffsets.C22) + delta);
        wide.set(DOUBLE, offset + WideOffsets.C23, wide.get(DOUBLE, offset + WideOffsets.C23) + delta);
    }

    @Override
    public void close() {
        arena.close();
    }
}

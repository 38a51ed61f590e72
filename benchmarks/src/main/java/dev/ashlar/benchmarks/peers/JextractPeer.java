package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.JextractPerson;
import dev.ashlar.benchmarks.peers.structs.JextractWide;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Segments with the static accessors of jextract. */
final class JextractPeer implements Peer {
    private final Arena arena = Arena.ofShared();
    private final MemorySegment people;
    private final MemorySegment wide;

    JextractPeer(int people, int wide) {
        this.people = arena.allocate(JextractPerson.layout(), people);
        this.wide = arena.allocate(JextractWide.layout(), wide);
    }

    @Override
    public int age(int index) {
        return JextractPerson.age(JextractPerson.asSlice(people, index));
    }

    @Override
    public double heightAndAge(int index) {
        MemorySegment person = JextractPerson.asSlice(people, index);
        return JextractPerson.height(person) + JextractPerson.age(person);
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        MemorySegment person = JextractPerson.asSlice(people, index);
        JextractPerson.id(person, id);
        JextractPerson.height(person, height);
        JextractPerson.age(person, age);
    }

    @Override
    public Eight eight(int index) {
        MemorySegment struct = wide.asSlice(index * 48L);
        return new Eight(
                JextractWide.c0(struct),
                JextractWide.c1(struct),
                JextractWide.c2(struct),
                JextractWide.c3(struct),
                JextractWide.c4(struct),
                JextractWide.c5(struct),
                JextractWide.c6(struct),
                JextractWide.c7(struct));
    }

    @Override
    public void setEight(int index, Eight value) {
        MemorySegment struct = wide.asSlice(index * 48L);
        JextractWide.c0(struct, value.c0());
        JextractWide.c1(struct, value.c1());
        JextractWide.c2(struct, value.c2());
        JextractWide.c3(struct, value.c3());
        JextractWide.c4(struct, value.c4());
        JextractWide.c5(struct, value.c5());
        JextractWide.c6(struct, value.c6());
        JextractWide.c7(struct, value.c7());
    }

    @Override
    public Sixteen sixteen(int index) {
        MemorySegment struct = wide.asSlice(index * 96L);
        return new Sixteen(
                JextractWide.c0(struct),
                JextractWide.c1(struct),
                JextractWide.c2(struct),
                JextractWide.c3(struct),
                JextractWide.c4(struct),
                JextractWide.c5(struct),
                JextractWide.c6(struct),
                JextractWide.c7(struct),
                JextractWide.c8(struct),
                JextractWide.c9(struct),
                JextractWide.c10(struct),
                JextractWide.c11(struct),
                JextractWide.c12(struct),
                JextractWide.c13(struct),
                JextractWide.c14(struct),
                JextractWide.c15(struct));
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        MemorySegment struct = wide.asSlice(index * 96L);
        JextractWide.c0(struct, value.c0());
        JextractWide.c1(struct, value.c1());
        JextractWide.c2(struct, value.c2());
        JextractWide.c3(struct, value.c3());
        JextractWide.c4(struct, value.c4());
        JextractWide.c5(struct, value.c5());
        JextractWide.c6(struct, value.c6());
        JextractWide.c7(struct, value.c7());
        JextractWide.c8(struct, value.c8());
        JextractWide.c9(struct, value.c9());
        JextractWide.c10(struct, value.c10());
        JextractWide.c11(struct, value.c11());
        JextractWide.c12(struct, value.c12());
        JextractWide.c13(struct, value.c13());
        JextractWide.c14(struct, value.c14());
        JextractWide.c15(struct, value.c15());
    }

    @Override
    public void addToEight(int index, int delta) {
        MemorySegment struct = wide.asSlice(index * 48L);
        addTo8(struct, delta);
    }

    private static void addTo8(MemorySegment struct, int delta) {
        JextractWide.c0(struct, JextractWide.c0(struct) + delta);
        JextractWide.c1(struct, JextractWide.c1(struct) + delta);
        JextractWide.c2(struct, JextractWide.c2(struct) + delta);
        JextractWide.c3(struct, JextractWide.c3(struct) + delta);
        JextractWide.c4(struct, JextractWide.c4(struct) + delta);
        JextractWide.c5(struct, JextractWide.c5(struct) + delta);
        JextractWide.c6(struct, JextractWide.c6(struct) + delta);
        JextractWide.c7(struct, JextractWide.c7(struct) + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        MemorySegment struct = wide.asSlice(index * 96L);
        addTo16(struct, delta);
    }

    private static void addTo16(MemorySegment struct, int delta) {
        JextractWide.c0(struct, JextractWide.c0(struct) + delta);
        JextractWide.c1(struct, JextractWide.c1(struct) + delta);
        JextractWide.c2(struct, JextractWide.c2(struct) + delta);
        JextractWide.c3(struct, JextractWide.c3(struct) + delta);
        JextractWide.c4(struct, JextractWide.c4(struct) + delta);
        JextractWide.c5(struct, JextractWide.c5(struct) + delta);
        JextractWide.c6(struct, JextractWide.c6(struct) + delta);
        JextractWide.c7(struct, JextractWide.c7(struct) + delta);
        JextractWide.c8(struct, JextractWide.c8(struct) + delta);
        JextractWide.c9(struct, JextractWide.c9(struct) + delta);
        JextractWide.c10(struct, JextractWide.c10(struct) + delta);
        JextractWide.c11(struct, JextractWide.c11(struct) + delta);
        JextractWide.c12(struct, JextractWide.c12(struct) + delta);
        JextractWide.c13(struct, JextractWide.c13(struct) + delta);
        JextractWide.c14(struct, JextractWide.c14(struct) + delta);
        JextractWide.c15(struct, JextractWide.c15(struct) + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        MemorySegment struct = wide.asSlice(index * 144L);
        addTo24(struct, delta);
    }

    private static void addTo24(MemorySegment struct, int delta) {
        JextractWide.c0(struct, JextractWide.c0(struct) + delta);
        JextractWide.c1(struct, JextractWide.c1(struct) + delta);
        JextractWide.c2(struct, JextractWide.c2(struct) + delta);
        JextractWide.c3(struct, JextractWide.c3(struct) + delta);
        JextractWide.c4(struct, JextractWide.c4(struct) + delta);
        JextractWide.c5(struct, JextractWide.c5(struct) + delta);
        JextractWide.c6(struct, JextractWide.c6(struct) + delta);
        JextractWide.c7(struct, JextractWide.c7(struct) + delta);
        JextractWide.c8(struct, JextractWide.c8(struct) + delta);
        JextractWide.c9(struct, JextractWide.c9(struct) + delta);
        JextractWide.c10(struct, JextractWide.c10(struct) + delta);
        JextractWide.c11(struct, JextractWide.c11(struct) + delta);
        JextractWide.c12(struct, JextractWide.c12(struct) + delta);
        JextractWide.c13(struct, JextractWide.c13(struct) + delta);
        JextractWide.c14(struct, JextractWide.c14(struct) + delta);
        JextractWide.c15(struct, JextractWide.c15(struct) + delta);
        JextractWide.c16(struct, JextractWide.c16(struct) + delta);
        JextractWide.c17(struct, JextractWide.c17(struct) + delta);
        JextractWide.c18(struct, JextractWide.c18(struct) + delta);
        JextractWide.c19(struct, JextractWide.c19(struct) + delta);
        JextractWide.c20(struct, JextractWide.c20(struct) + delta);
        JextractWide.c21(struct, JextractWide.c21(struct) + delta);
        JextractWide.c22(struct, JextractWide.c22(struct) + delta);
        JextractWide.c23(struct, JextractWide.c23(struct) + delta);
    }

    @Override
    public void close() {
        arena.close();
    }
}

package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.LwjglPerson;
import dev.ashlar.benchmarks.peers.structs.LwjglWide;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import org.lwjgl.system.MemoryUtil;

/** Structs of LWJGL: those of a buffer by index, the wide ones by address. */
final class LwjglPeer implements Peer {
    private final LwjglPerson.Buffer people;
    private final long wide;

    LwjglPeer(int people, int wide) {
        this.people = LwjglPerson.malloc(people);
        this.wide = MemoryUtil.nmemCallocChecked(wide, LwjglWide.SIZEOF);
    }

    @Override
    public int age(int index) {
        return people.get(index).age();
    }

    @Override
    public double heightAndAge(int index) {
        LwjglPerson person = people.get(index);
        return person.height() + person.age();
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        people.get(index).id(id).height(height).age(age);
    }

    @Override
    public Eight eight(int index) {
        LwjglWide struct = LwjglWide.create(wide + index * 48L);
        return new Eight(
                struct.c0(), struct.c1(), struct.c2(), struct.c3(), struct.c4(), struct.c5(), struct.c6(), struct.c7());
    }

    @Override
    public void setEight(int index, Eight value) {
        LwjglWide struct = LwjglWide.create(wide + index * 48L);
        struct.c0(value.c0());
        struct.c1(value.c1());
        struct.c2(value.c2());
        struct.c3(value.c3());
        struct.c4(value.c4());
        struct.c5(value.c5());
        struct.c6(value.c6());
        struct.c7(value.c7());
    }

    @Override
    public Sixteen sixteen(int index) {
        LwjglWide struct = LwjglWide.create(wide + index * 96L);
        return new Sixteen(
                struct.c0(),
                struct.c1(),
                struct.c2(),
                struct.c3(),
                struct.c4(),
                struct.c5(),
                struct.c6(),
                struct.c7(),
                struct.c8(),
                struct.c9(),
                struct.c10(),
                struct.c11(),
                struct.c12(),
                struct.c13(),
                struct.c14(),
                struct.c15());
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        LwjglWide struct = LwjglWide.create(wide + index * 96L);
        struct.c0(value.c0());
        struct.c1(value.c1());
        struct.c2(value.c2());
        struct.c3(value.c3());
        struct.c4(value.c4());
        struct.c5(value.c5());
        struct.c6(value.c6());
        struct.c7(value.c7());
        struct.c8(value.c8());
        struct.c9(value.c9());
        struct.c10(value.c10());
        struct.c11(value.c11());
        struct.c12(value.c12());
        struct.c13(value.c13());
        struct.c14(value.c14());
        struct.c15(value.c15());
    }

    @Override
    public void addToEight(int index, int delta) {
        LwjglWide struct = LwjglWide.create(wide + index * 48L);
        addTo8(struct, delta);
    }

    private static void addTo8(LwjglWide struct, int delta) {
        struct.c0(struct.c0() + delta);
        struct.c1(struct.c1() + delta);
        struct.c2(struct.c2() + delta);
        struct.c3(struct.c3() + delta);
        struct.c4(struct.c4() + delta);
        struct.c5(struct.c5() + delta);
        struct.c6(struct.c6() + delta);
        struct.c7(struct.c7() + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        LwjglWide struct = LwjglWide.create(wide + index * 96L);
        addTo16(struct, delta);
    }

    private static void addTo16(LwjglWide struct, int delta) {
        struct.c0(struct.c0() + delta);
        struct.c1(struct.c1() + delta);
        struct.c2(struct.c2() + delta);
        struct.c3(struct.c3() + delta);
        struct.c4(struct.c4() + delta);
        struct.c5(struct.c5() + delta);
        struct.c6(struct.c6() + delta);
        struct.c7(struct.c7() + delta);
        struct.c8(struct.c8() + delta);
        struct.c9(struct.c9() + delta);
        struct.c10(struct.c10() + delta);
        struct.c11(struct.c11() + delta);
        struct.c12(struct.c12() + delta);
        struct.c13(struct.c13() + delta);
        struct.c14(struct.c14() + delta);
        struct.c15(struct.c15() + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        LwjglWide struct = LwjglWide.create(wide + index * 144L);
        addTo24(struct, delta);
    }

    private static void addTo24(LwjglWide struct, int delta) {
        struct.c0(struct.c0() + delta);
        struct.c1(struct.c1() + delta);
        struct.c2(struct.c2() + delta);
        struct.c3(struct.c3() + delta);
        struct.c4(struct.c4() + delta);
        struct.c5(struct.c5() + delta);
        struct.c6(struct.c6() + delta);
        struct.c7(struct.c7() + delta);
        struct.c8(struct.c8() + delta);
        struct.c9(struct.c9() + delta);
        struct.c10(struct.c10() + delta);
        struct.c11(struct.c11() + delta);
        struct.c12(struct.c12() + delta);
        struct.c13(struct.c13() + delta);
        struct.c14(struct.c14() + delta);
        struct.c15(struct.c15() + delta);
        struct.c16(struct.c16() + delta);
        struct.c17(struct.c17() + delta);
        struct.c18(struct.c18() + delta);
        struct.c19(struct.c19() + delta);
        struct.c20(struct.c20() + delta);
        struct.c21(struct.c21() + delta);
        struct.c22(struct.c22() + delta);
        struct.c23(struct.c23() + delta);
    }

    @Override
    public void close() {
        people.free();
        MemoryUtil.nmemFree(wide);
    }
}

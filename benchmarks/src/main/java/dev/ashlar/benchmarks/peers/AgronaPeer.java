package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.AgronaPerson;
import dev.ashlar.benchmarks.peers.structs.AgronaWide;
import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Buffers of Agrona, with one flyweight that is moved from struct to struct. */
final class AgronaPeer implements Peer {
    private final UnsafeBuffer people;
    private final UnsafeBuffer wide;
    private final AgronaPerson person = new AgronaPerson();
    private final AgronaWide struct = new AgronaWide();

    AgronaPeer(int people, int wide) {
        this.people = new UnsafeBuffer(ByteBuffer.allocateDirect(people * AgronaPerson.BYTE_SIZE));
        this.wide = new UnsafeBuffer(ByteBuffer.allocateDirect(wide * AgronaWide.BYTE_SIZE));
    }

    @Override
    public int age(int index) {
        return person.wrap(people, index * AgronaPerson.BYTE_SIZE).age();
    }

    @Override
    public double heightAndAge(int index) {
        person.wrap(people, index * AgronaPerson.BYTE_SIZE);
        return person.height() + person.age();
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        person.wrap(people, index * AgronaPerson.BYTE_SIZE)
                .id(id)
                .height(height)
                .age(age);
    }

    @Override
    public Eight eight(int index) {
        struct.wrap(wide, index * 48);
        return new Eight(
                struct.c0(), struct.c1(), struct.c2(), struct.c3(), struct.c4(), struct.c5(), struct.c6(), struct.c7());
    }

    @Override
    public void setEight(int index, Eight value) {
        struct.wrap(wide, index * 48);
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
        struct.wrap(wide, index * 96);
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
        struct.wrap(wide, index * 96);
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
        struct.wrap(wide, index * 48);
        addTo8(struct, delta);
    }

    private static void addTo8(AgronaWide struct, int delta) {
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
        struct.wrap(wide, index * 96);
        addTo16(struct, delta);
    }

    private static void addTo16(AgronaWide struct, int delta) {
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
        struct.wrap(wide, index * 144);
        addTo24(struct, delta);
    }

    private static void addTo24(AgronaWide struct, int delta) {
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
        BufferUtil.free(people);
        BufferUtil.free(wide);
    }
}

package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.ChronicleEight;
import dev.ashlar.benchmarks.peers.structs.ChroniclePerson;
import dev.ashlar.benchmarks.peers.structs.ChronicleSixteen;
import dev.ashlar.benchmarks.peers.structs.ChronicleTwentyFour;
import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import net.openhft.chronicle.bytes.Byteable;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.values.Values;

/** Chronicle Values, whose classes it generates at run time, with one reference that is moved from struct to struct. */
final class ChroniclePeer implements Peer {
    /** Without padding. */
    private static final long PERSON_SIZE = 16;

    private final BytesStore<?, ?> people;
    private final BytesStore<?, ?> wide;
    private final ChroniclePerson person = Values.newNativeReference(ChroniclePerson.class);
    private final ChronicleEight eight = Values.newNativeReference(ChronicleEight.class);
    private final ChronicleSixteen sixteen = Values.newNativeReference(ChronicleSixteen.class);
    private final ChronicleTwentyFour twentyFour = Values.newNativeReference(ChronicleTwentyFour.class);

    ChroniclePeer(int people, int wide) {
        this.people = BytesStore.nativeStoreWithFixedCapacity((long) people * PERSON_SIZE);
        this.wide = BytesStore.nativeStoreWithFixedCapacity((long) wide * 144);
    }

    private static void move(Object value, BytesStore<?, ?> store, int index, long byteSize) {
        ((Byteable) value).bytesStore(store, index * byteSize, byteSize);
    }

    @Override
    public int age(int index) {
        move(person, people, index, PERSON_SIZE);
        return person.getAge();
    }

    @Override
    public double heightAndAge(int index) {
        move(person, people, index, PERSON_SIZE);
        return person.getHeight() + person.getAge();
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        move(person, people, index, PERSON_SIZE);
        person.setId(id);
        person.setHeight(height);
        person.setAge(age);
    }

    @Override
    public Eight eight(int index) {
        move(eight, wide, index, 48);
        return new Eight(
                eight.getC0(),
                eight.getC1(),
                eight.getC2(),
                eight.getC3(),
                eight.getC4(),
                eight.getC5(),
                eight.getC6(),
                eight.getC7());
    }

    @Override
    public void setEight(int index, Eight value) {
        move(eight, wide, index, 48);
        eight.setC0(value.c0());
        eight.setC1(value.c1());
        eight.setC2(value.c2());
        eight.setC3(value.c3());
        eight.setC4(value.c4());
        eight.setC5(value.c5());
        eight.setC6(value.c6());
        eight.setC7(value.c7());
    }

    @Override
    public Sixteen sixteen(int index) {
        move(sixteen, wide, index, 96);
        return new Sixteen(
                sixteen.getC0(),
                sixteen.getC1(),
                sixteen.getC2(),
                sixteen.getC3(),
                sixteen.getC4(),
                sixteen.getC5(),
                sixteen.getC6(),
                sixteen.getC7(),
                sixteen.getC8(),
                sixteen.getC9(),
                sixteen.getC10(),
                sixteen.getC11(),
                sixteen.getC12(),
                sixteen.getC13(),
                sixteen.getC14(),
                sixteen.getC15());
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        move(sixteen, wide, index, 96);
        sixteen.setC0(value.c0());
        sixteen.setC1(value.c1());
        sixteen.setC2(value.c2());
        sixteen.setC3(value.c3());
        sixteen.setC4(value.c4());
        sixteen.setC5(value.c5());
        sixteen.setC6(value.c6());
        sixteen.setC7(value.c7());
        sixteen.setC8(value.c8());
        sixteen.setC9(value.c9());
        sixteen.setC10(value.c10());
        sixteen.setC11(value.c11());
        sixteen.setC12(value.c12());
        sixteen.setC13(value.c13());
        sixteen.setC14(value.c14());
        sixteen.setC15(value.c15());
    }

    @Override
    public void addToEight(int index, int delta) {
        move(eight, wide, index, 48);
        addTo8(eight, delta);
    }

    private static void addTo8(ChronicleEight eight, int delta) {
        eight.setC0(eight.getC0() + delta);
        eight.setC1(eight.getC1() + delta);
        eight.setC2(eight.getC2() + delta);
        eight.setC3(eight.getC3() + delta);
        eight.setC4(eight.getC4() + delta);
        eight.setC5(eight.getC5() + delta);
        eight.setC6(eight.getC6() + delta);
        eight.setC7(eight.getC7() + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        move(sixteen, wide, index, 96);
        addTo16(sixteen, delta);
    }

    private static void addTo16(ChronicleSixteen sixteen, int delta) {
        sixteen.setC0(sixteen.getC0() + delta);
        sixteen.setC1(sixteen.getC1() + delta);
        sixteen.setC2(sixteen.getC2() + delta);
        sixteen.setC3(sixteen.getC3() + delta);
        sixteen.setC4(sixteen.getC4() + delta);
        sixteen.setC5(sixteen.getC5() + delta);
        sixteen.setC6(sixteen.getC6() + delta);
        sixteen.setC7(sixteen.getC7() + delta);
        sixteen.setC8(sixteen.getC8() + delta);
        sixteen.setC9(sixteen.getC9() + delta);
        sixteen.setC10(sixteen.getC10() + delta);
        sixteen.setC11(sixteen.getC11() + delta);
        sixteen.setC12(sixteen.getC12() + delta);
        sixteen.setC13(sixteen.getC13() + delta);
        sixteen.setC14(sixteen.getC14() + delta);
        sixteen.setC15(sixteen.getC15() + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        move(twentyFour, wide, index, 144);
        addTo24(twentyFour, delta);
    }

    private static void addTo24(ChronicleTwentyFour twentyFour, int delta) {
        twentyFour.setC0(twentyFour.getC0() + delta);
        twentyFour.setC1(twentyFour.getC1() + delta);
        twentyFour.setC2(twentyFour.getC2() + delta);
        twentyFour.setC3(twentyFour.getC3() + delta);
        twentyFour.setC4(twentyFour.getC4() + delta);
        twentyFour.setC5(twentyFour.getC5() + delta);
        twentyFour.setC6(twentyFour.getC6() + delta);
        twentyFour.setC7(twentyFour.getC7() + delta);
        twentyFour.setC8(twentyFour.getC8() + delta);
        twentyFour.setC9(twentyFour.getC9() + delta);
        twentyFour.setC10(twentyFour.getC10() + delta);
        twentyFour.setC11(twentyFour.getC11() + delta);
        twentyFour.setC12(twentyFour.getC12() + delta);
        twentyFour.setC13(twentyFour.getC13() + delta);
        twentyFour.setC14(twentyFour.getC14() + delta);
        twentyFour.setC15(twentyFour.getC15() + delta);
        twentyFour.setC16(twentyFour.getC16() + delta);
        twentyFour.setC17(twentyFour.getC17() + delta);
        twentyFour.setC18(twentyFour.getC18() + delta);
        twentyFour.setC19(twentyFour.getC19() + delta);
        twentyFour.setC20(twentyFour.getC20() + delta);
        twentyFour.setC21(twentyFour.getC21() + delta);
        twentyFour.setC22(twentyFour.getC22() + delta);
        twentyFour.setC23(twentyFour.getC23() + delta);
    }

    @Override
    public void close() {
        people.releaseLast();
        wide.releaseLast();
    }
}

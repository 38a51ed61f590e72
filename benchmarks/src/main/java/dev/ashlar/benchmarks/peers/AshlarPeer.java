package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.EightArray;
import dev.ashlar.benchmarks.peers.structs.EightView;
import dev.ashlar.benchmarks.peers.structs.PersonArray;
import dev.ashlar.benchmarks.peers.structs.PersonView;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import dev.ashlar.benchmarks.peers.structs.SixteenArray;
import dev.ashlar.benchmarks.peers.structs.SixteenView;
import dev.ashlar.benchmarks.peers.structs.TwentyFourArray;
import dev.ashlar.benchmarks.peers.structs.TwentyFourView;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;

/** Generated views and arrays, in one linear memory. */
final class AshlarPeer implements Peer {
    private final LinearMemory memory;
    private final PersonArray people;
    private final EightArray eights;
    private final SixteenArray sixteens;
    private final TwentyFourArray twentyFours;

    AshlarPeer(int people, int wide) {
        long peopleSize = people * PersonView.BYTE_SIZE;
        long wideSize = wide * TwentyFourView.BYTE_SIZE;
        this.memory = LinearMemory.create((peopleSize + wideSize) / LinearMemory.PAGE_BYTE_SIZE + 2);
        Memory small = memory.span(1_024, peopleSize);
        Memory large = memory.span(1_024 + peopleSize, wideSize);
        this.people = PersonArray.at(small, 0, people);
        this.eights = EightArray.at(large, 0, wide);
        this.sixteens = SixteenArray.at(large, 0, wide);
        this.twentyFours = TwentyFourArray.at(large, 0, wide);
    }

    @Override
    public int age(int index) {
        return people.get(index).age();
    }

    @Override
    public double heightAndAge(int index) {
        PersonView person = people.get(index);
        return person.height() + person.age();
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        people.get(index).id(id).height(height).age(age);
    }

    @Override
    public Eight eight(int index) {
        return eights.read(index);
    }

    @Override
    public void setEight(int index, Eight value) {
        eights.set(index, value);
    }

    @Override
    public Sixteen sixteen(int index) {
        return sixteens.read(index);
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        sixteens.set(index, value);
    }

    @Override
    public void addToEight(int index, int delta) {
        addTo8(eights.get(index), delta);
    }

    private static void addTo8(EightView view, int delta) {
        view.c0(view.c0() + delta);
        view.c1(view.c1() + delta);
        view.c2(view.c2() + delta);
        view.c3(view.c3() + delta);
        view.c4(view.c4() + delta);
        view.c5(view.c5() + delta);
        view.c6(view.c6() + delta);
        view.c7(view.c7() + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        addTo16(sixteens.get(index), delta);
    }

    private static void addTo16(SixteenView view, int delta) {
        view.c0(view.c0() + delta);
        view.c1(view.c1() + delta);
        view.c2(view.c2() + delta);
        view.c3(view.c3() + delta);
        view.c4(view.c4() + delta);
        view.c5(view.c5() + delta);
        view.c6(view.c6() + delta);
        view.c7(view.c7() + delta);
        view.c8(view.c8() + delta);
        view.c9(view.c9() + delta);
        view.c10(view.c10() + delta);
        view.c11(view.c11() + delta);
        view.c12(view.c12() + delta);
        view.c13(view.c13() + delta);
        view.c14(view.c14() + delta);
        view.c15(view.c15() + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        addTo24(twentyFours.get(index), delta);
    }

    private static void addTo24(TwentyFourView view, int delta) {
        view.c0(view.c0() + delta);
        view.c1(view.c1() + delta);
        view.c2(view.c2() + delta);
        view.c3(view.c3() + delta);
        view.c4(view.c4() + delta);
        view.c5(view.c5() + delta);
        view.c6(view.c6() + delta);
        view.c7(view.c7() + delta);
        view.c8(view.c8() + delta);
        view.c9(view.c9() + delta);
        view.c10(view.c10() + delta);
        view.c11(view.c11() + delta);
        view.c12(view.c12() + delta);
        view.c13(view.c13() + delta);
        view.c14(view.c14() + delta);
        view.c15(view.c15() + delta);
        view.c16(view.c16() + delta);
        view.c17(view.c17() + delta);
        view.c18(view.c18() + delta);
        view.c19(view.c19() + delta);
        view.c20(view.c20() + delta);
        view.c21(view.c21() + delta);
        view.c22(view.c22() + delta);
        view.c23(view.c23() + delta);
    }

    @Override
    public void close() {
        memory.close();
    }
}

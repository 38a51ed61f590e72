package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.Person;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import dev.ashlar.benchmarks.peers.structs.TwentyFour;
import java.util.stream.IntStream;

/** Arrays of records on the Java heap; what changes is replaced. */
final class RecordPeer implements Peer {
    private final Person[] people;
    private final Eight[] eights;
    private final Sixteen[] sixteens;
    private final TwentyFour[] twentyFours;

    RecordPeer(int people, int wide) {
        this.people = new Person[people];
        this.eights = IntStream.range(0, wide).mapToObj(Eight::of).toArray(Eight[]::new);
        this.sixteens = IntStream.range(0, wide).mapToObj(Sixteen::of).toArray(Sixteen[]::new);
        this.twentyFours = IntStream.range(0, wide).mapToObj(TwentyFour::of).toArray(TwentyFour[]::new);
    }

    @Override
    public int age(int index) {
        return people[index].age();
    }

    @Override
    public double heightAndAge(int index) {
        Person person = people[index];
        return person.height() + person.age();
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        people[index] = new Person(id, height, age);
    }

    @Override
    public Eight eight(int index) {
        return eights[index];
    }

    @Override
    public void setEight(int index, Eight value) {
        eights[index] = value;
    }

    @Override
    public Sixteen sixteen(int index) {
        return sixteens[index];
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        sixteens[index] = value;
    }

    @Override
    public void addToEight(int index, int delta) {
        eights[index] = added8(eights[index], delta);
    }

    private static Eight added8(Eight old, int delta) {
        return new Eight(
                old.c0() + delta,
                old.c1() + delta,
                old.c2() + delta,
                old.c3() + delta,
                old.c4() + delta,
                old.c5() + delta,
                old.c6() + delta,
                old.c7() + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        sixteens[index] = added16(sixteens[index], delta);
    }

    private static Sixteen added16(Sixteen old, int delta) {
        return new Sixteen(
                old.c0() + delta,
                old.c1() + delta,
                old.c2() + delta,
                old.c3() + delta,
                old.c4() + delta,
                old.c5() + delta,
                old.c6() + delta,
                old.c7() + delta,
                old.c8() + delta,
                old.c9() + delta,
                old.c10() + delta,
                old.c11() + delta,
                old.c12() + delta,
                old.c13() + delta,
                old.c14() + delta,
                old.c15() + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        twentyFours[index] = added24(twentyFours[index], delta);
    }

    private static TwentyFour added24(TwentyFour old, int delta) {
        return new TwentyFour(
                old.c0() + delta,
                old.c1() + delta,
                old.c2() + delta,
                old.c3() + delta,
                old.c4() + delta,
                old.c5() + delta,
                old.c6() + delta,
                old.c7() + delta,
                old.c8() + delta,
                old.c9() + delta,
                old.c10() + delta,
                old.c11() + delta,
                old.c12() + delta,
                old.c13() + delta,
                old.c14() + delta,
                old.c15() + delta,
                old.c16() + delta,
                old.c17() + delta,
                old.c18() + delta,
                old.c19() + delta,
                old.c20() + delta,
                old.c21() + delta,
                old.c22() + delta,
                old.c23() + delta);
    }

    /** Does nothing: the collector frees what nothing refers to. */
    @Override
    public void close() {}
}

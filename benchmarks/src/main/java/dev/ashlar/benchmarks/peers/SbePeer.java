package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.SbePersonDecoder;
import dev.ashlar.benchmarks.peers.structs.SbePersonEncoder;
import dev.ashlar.benchmarks.peers.structs.SbeWideDecoder;
import dev.ashlar.benchmarks.peers.structs.SbeWideEncoder;
import dev.ashlar.benchmarks.peers.structs.Sixteen;
import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Messages of SBE over buffers of Agrona, one encoder and one decoder moved from struct to struct. */
final class SbePeer implements Peer {
    private final UnsafeBuffer people;
    private final UnsafeBuffer wide;
    private final SbePersonDecoder personDecoder = new SbePersonDecoder();
    private final SbePersonEncoder personEncoder = new SbePersonEncoder();
    private final SbeWideDecoder decoder = new SbeWideDecoder();
    private final SbeWideEncoder encoder = new SbeWideEncoder();

    SbePeer(int people, int wide) {
        this.people = new UnsafeBuffer(ByteBuffer.allocateDirect(people * SbePersonEncoder.BLOCK_LENGTH));
        this.wide = new UnsafeBuffer(ByteBuffer.allocateDirect(wide * SbeWideEncoder.BLOCK_LENGTH));
    }

    @Override
    public int age(int index) {
        return personDecoder
                .wrap(
                        people,
                        index * SbePersonDecoder.BLOCK_LENGTH,
                        SbePersonDecoder.BLOCK_LENGTH,
                        SbePersonDecoder.SCHEMA_VERSION)
                .age();
    }

    @Override
    public double heightAndAge(int index) {
        personDecoder.wrap(
                people,
                index * SbePersonDecoder.BLOCK_LENGTH,
                SbePersonDecoder.BLOCK_LENGTH,
                SbePersonDecoder.SCHEMA_VERSION);
        return personDecoder.height() + personDecoder.age();
    }

    @Override
    public void setPerson(int index, int id, double height, int age) {
        personEncoder
                .wrap(people, index * SbePersonEncoder.BLOCK_LENGTH)
                .id(id)
                .height(height)
                .age(age);
    }

    @Override
    public Eight eight(int index) {
        decoder.wrap(wide, index * 48, 48, SbeWideDecoder.SCHEMA_VERSION);
        return new Eight(
                decoder.c0(),
                decoder.c1(),
                decoder.c2(),
                decoder.c3(),
                decoder.c4(),
                decoder.c5(),
                decoder.c6(),
                decoder.c7());
    }

    @Override
    public void setEight(int index, Eight value) {
        encoder.wrap(wide, index * 48);
        encoder.c0(value.c0());
        encoder.c1(value.c1());
        encoder.c2(value.c2());
        encoder.c3(value.c3());
        encoder.c4(value.c4());
        encoder.c5(value.c5());
        encoder.c6(value.c6());
        encoder.c7(value.c7());
    }

    @Override
    public Sixteen sixteen(int index) {
        decoder.wrap(wide, index * 96, 96, SbeWideDecoder.SCHEMA_VERSION);
        return new Sixteen(
                decoder.c0(),
                decoder.c1(),
                decoder.c2(),
                decoder.c3(),
                decoder.c4(),
                decoder.c5(),
                decoder.c6(),
                decoder.c7(),
                decoder.c8(),
                decoder.c9(),
                decoder.c10(),
                decoder.c11(),
                decoder.c12(),
                decoder.c13(),
                decoder.c14(),
                decoder.c15());
    }

    @Override
    public void setSixteen(int index, Sixteen value) {
        encoder.wrap(wide, index * 96);
        encoder.c0(value.c0());
        encoder.c1(value.c1());
        encoder.c2(value.c2());
        encoder.c3(value.c3());
        encoder.c4(value.c4());
        encoder.c5(value.c5());
        encoder.c6(value.c6());
        encoder.c7(value.c7());
        encoder.c8(value.c8());
        encoder.c9(value.c9());
        encoder.c10(value.c10());
        encoder.c11(value.c11());
        encoder.c12(value.c12());
        encoder.c13(value.c13());
        encoder.c14(value.c14());
        encoder.c15(value.c15());
    }

    @Override
    public void addToEight(int index, int delta) {
        decoder.wrap(wide, index * 48, 48, SbeWideDecoder.SCHEMA_VERSION);
        encoder.wrap(wide, index * 48);
        addTo8(decoder, encoder, delta);
    }

    private static void addTo8(SbeWideDecoder decoder, SbeWideEncoder encoder, int delta) {
        encoder.c0(decoder.c0() + delta);
        encoder.c1(decoder.c1() + delta);
        encoder.c2(decoder.c2() + delta);
        encoder.c3(decoder.c3() + delta);
        encoder.c4(decoder.c4() + delta);
        encoder.c5(decoder.c5() + delta);
        encoder.c6(decoder.c6() + delta);
        encoder.c7(decoder.c7() + delta);
    }

    @Override
    public void addToSixteen(int index, int delta) {
        decoder.wrap(wide, index * 96, 96, SbeWideDecoder.SCHEMA_VERSION);
        encoder.wrap(wide, index * 96);
        addTo16(decoder, encoder, delta);
    }

    private static void addTo16(SbeWideDecoder decoder, SbeWideEncoder encoder, int delta) {
        encoder.c0(decoder.c0() + delta);
        encoder.c1(decoder.c1() + delta);
        encoder.c2(decoder.c2() + delta);
        encoder.c3(decoder.c3() + delta);
        encoder.c4(decoder.c4() + delta);
        encoder.c5(decoder.c5() + delta);
        encoder.c6(decoder.c6() + delta);
        encoder.c7(decoder.c7() + delta);
        encoder.c8(decoder.c8() + delta);
        encoder.c9(decoder.c9() + delta);
        encoder.c10(decoder.c10() + delta);
        encoder.c11(decoder.c11() + delta);
        encoder.c12(decoder.c12() + delta);
        encoder.c13(decoder.c13() + delta);
        encoder.c14(decoder.c14() + delta);
        encoder.c15(decoder.c15() + delta);
    }

    @Override
    public void addToTwentyFour(int index, int delta) {
        decoder.wrap(wide, index * 144, 144, SbeWideDecoder.SCHEMA_VERSION);
        encoder.wrap(wide, index * 144);
        addTo24(decoder, encoder, delta);
    }

    private static void addTo24(SbeWideDecoder decoder, SbeWideEncoder encoder, int delta) {
        encoder.c0(decoder.c0() + delta);
        encoder.c1(decoder.c1() + delta);
        encoder.c2(decoder.c2() + delta);
        encoder.c3(decoder.c3() + delta);
        encoder.c4(decoder.c4() + delta);
        encoder.c5(decoder.c5() + delta);
        encoder.c6(decoder.c6() + delta);
        encoder.c7(decoder.c7() + delta);
        encoder.c8(decoder.c8() + delta);
        encoder.c9(decoder.c9() + delta);
        encoder.c10(decoder.c10() + delta);
        encoder.c11(decoder.c11() + delta);
        encoder.c12(decoder.c12() + delta);
        encoder.c13(decoder.c13() + delta);
        encoder.c14(decoder.c14() + delta);
        encoder.c15(decoder.c15() + delta);
        encoder.c16(decoder.c16() + delta);
        encoder.c17(decoder.c17() + delta);
        encoder.c18(decoder.c18() + delta);
        encoder.c19(decoder.c19() + delta);
        encoder.c20(decoder.c20() + delta);
        encoder.c21(decoder.c21() + delta);
        encoder.c22(decoder.c22() + delta);
        encoder.c23(decoder.c23() + delta);
    }

    @Override
    public void close() {
        BufferUtil.free(people);
        BufferUtil.free(wide);
    }
}

package dev.ashlar.tests.codec;

/** A codec with effects. */
final class LateCodec {
    private LateCodec() {}

    public static long encode(Late late) {
        late.before().run();
        return late.number();
    }

    public static Late decode(long number) {
        return Late.of(number);
    }
}

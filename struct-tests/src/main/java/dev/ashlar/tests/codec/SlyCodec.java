package dev.ashlar.tests.codec;

/** Throws checked exceptions that it does not declare, as codecs in Kotlin may. */
final class SlyCodec {
    private SlyCodec() {}

    public static String encode(Sly sly) {
        sly.requireNot("encode");
        if (sly.text().equals("untold")) {
            throw new IllegalStateException("untold is not stored");
        }
        return sly.text();
    }

    public static Sly decode(String text) {
        Sly sly = new Sly(text);
        sly.requireNot("decode");
        return sly;
    }
}

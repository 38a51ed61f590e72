package dev.ashlar.tests.codec;

import java.util.HexFormat;

/** Some bytes. */
public record Hash(String hex) {
    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}

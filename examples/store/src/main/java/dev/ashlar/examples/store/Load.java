package dev.ashlar.examples.store;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Requests as a server might get them, the same for the same seed: a few sessions make most of them, new ones begin and old
 * ones end. The name of a session comes as bytes, as it does from a network.
 */
final class Load {
    /** What a request does. */
    enum Kind {
        LOOK,
        COUNT,
        END
    }

    private static final int DIGITS = 12;
    private static final int MOST_BYTES = 65_536;

    private final byte[] name = "session-000000000000".getBytes(StandardCharsets.US_ASCII);
    private final MemorySegment segment = MemorySegment.ofArray(name);
    private final SplittableRandom random;
    private final int sessions;
    private Kind kind = Kind.LOOK;
    private long number;
    private int bytes;

    /**
     * A load.
     *
     * @param sessions how many names there are
     */
    Load(long seed, int sessions) {
        this.random = new SplittableRandom(seed);
        this.sessions = sessions;
    }

    /** Goes on to the next request. */
    void next() {
        number++;
        int percent = random.nextInt(100);
        kind = percent < 50 ? Kind.LOOK : percent < 95 ? Kind.COUNT : Kind.END;
        double popularity = random.nextDouble();
        bytes = random.nextInt(MOST_BYTES);
        long session = (long) (sessions * popularity * popularity);
        for (int digit = 1; digit <= DIGITS; digit++) {
            name[name.length - digit] = (byte) ('0' + session % 10);
            session /= 10;
        }
    }

    Kind kind() {
        return kind;
    }

    /** The number of the request, from 1. */
    long number() {
        return number;
    }

    /** What is sent as the answer. */
    int bytes() {
        return bytes;
    }

    /** The name of the session as it came. The next request overwrites it. */
    MemorySegment nameBytes() {
        return segment;
    }

    /** The name of the session as Java has it. */
    String name() {
        return new String(name, StandardCharsets.US_ASCII);
    }
}

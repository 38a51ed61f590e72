package dev.ashlar.struct.support;

import java.security.SecureRandom;

/**
 * The hash of the keys of a map: each eight bytes of the key are combined with what came before, and multiplied by an odd
 * number into 128 bits whose halves are combined; so is the result once more, without which keys of some patterns collide in
 * one map of a few dozen. The first value and the multiplier are secrets, made from the seed of the
 * map: without it nobody can choose keys that collide. Against somebody who sees the order of entries, or times single
 * operations, this is no cryptographic defence.
 */
public final class MapHash {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    /** The number from which all seeds of this process are made; 0 until it is first used. */
    private static volatile long secret;

    /** The number of seeds that were made; a race makes two maps share one. */
    private static volatile long seeds;

    private MapHash() {}

    /** Returns a seed that nobody outside this process can guess. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public static long newSeed() {
        if (secret == 0) {
            // Not in a static initialiser, where an error would be permanent (decision 0024).
            secret = new SecureRandom().nextLong() | 1;
        }
        return scrambled(secret ^ scrambled(++seeds * GOLDEN));
    }

    /** Returns the multiplier of a map with a seed. */
    public static long multiplier(long seed) {
        return scrambled(seed + GOLDEN) | 1;
    }

    /**
     * Returns the hash of a key of which {@code hash} is the hash so far, at first the seed, and {@code word} the next part.
     */
    public static long with(long hash, long multiplier, long word) {
        return folded(hash ^ word, multiplier);
    }

    /** Returns the hash of a key, of all parts of which {@code hash} is the hash so far. */
    public static long finished(long hash) {
        return folded(hash, GOLDEN);
    }

    private static long folded(long number, long multiplier) {
        return (number * multiplier) ^ Math.unsignedMultiplyHigh(number, multiplier);
    }

    /** Mixes all bits of a number: the finalizer of SplitMix64. */
    private static long scrambled(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }
}

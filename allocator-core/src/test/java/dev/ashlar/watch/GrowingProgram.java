package dev.ashlar.watch;

import dev.ashlar.memory.LinearMemory;

/** A program whose memory grows once, for a JVM that is started with a recording. */
final class GrowingProgram {
    private GrowingProgram() {}

    public static void main(String[] arguments) {
        try (LinearMemory memory = LinearMemory.create(1, 16)) {
            if (memory.grow(3) != 1) {
                throw new IllegalStateException("did not grow: " + memory);
            }
        }
    }
}

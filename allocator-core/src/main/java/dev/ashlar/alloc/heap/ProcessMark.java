package dev.ashlar.alloc.heap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process as a number that other processes can read: its own in the low half, and in the high half what its numbers are
 * good for, since in every container some process is number 1.
 */
final class ProcessMark {
    private static final int HALF = 32;
    private static final Path NUMBERS = Path.of("/proc/self/ns/pid");
    private static final Path MACHINE = Path.of("/proc/sys/kernel/random/boot_id");

    private ProcessMark() {}

    /** This process: asks the operating system. */
    static long current() {
        return ((long) namespace() << HALF) | number(ProcessHandle.current().pid());
    }

    /** The number that a process has where it runs; 0 for none. */
    static long number(long mark) {
        return mark & 0xFFFF_FFFFL;
    }

    /**
     * Returns whether a process other than this one may run: where its number means nothing here, nobody knows.
     *
     * @param current the mark of this process
     */
    static boolean mayBeAlive(long mark, long current) {
        if (mark == 0 || mark == current) {
            return false;
        }
        return mark >>> HALF != current >>> HALF
                || ProcessHandle.of(number(mark)).isPresent();
    }

    /** All processes with the same one see each other under the same numbers; 0 on systems that have but one. */
    private static int namespace() {
        try {
            return (Files.readSymbolicLink(NUMBERS) + Files.readString(MACHINE)).hashCode();
        } catch (IOException | RuntimeException notLinux) {
            return 0;
        }
    }
}

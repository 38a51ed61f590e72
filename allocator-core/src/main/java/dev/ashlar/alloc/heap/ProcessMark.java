package dev.ashlar.alloc.heap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process as a number that other processes can read: its process number in the low half, and in the high half the
 * namespace of that number, since every container has a process 1.
 */
final class ProcessMark {
    private static final int HALF = 32;
    private static final Path NUMBERS = Path.of("/proc/self/ns/pid");
    private static final Path MACHINE = Path.of("/proc/sys/kernel/random/boot_id");

    private ProcessMark() {}

    /** The mark of this process; asks the operating system. */
    static long current() {
        return ((long) namespace() << HALF) | number(ProcessHandle.current().pid());
    }

    /** The number of a process in its namespace; 0 for none. */
    static long number(long mark) {
        return mark & 0xFFFF_FFFFL;
    }

    /**
     * Returns whether a process other than this one may be running; {@code true} if its number is of another namespace.
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

    /**
     * The namespace of process numbers: processes in the same one see each other under the same numbers. 0 on systems
     * with only one.
     */
    private static int namespace() {
        try {
            return (Files.readSymbolicLink(NUMBERS) + Files.readString(MACHINE)).hashCode();
        } catch (IOException | RuntimeException notLinux) {
            return 0;
        }
    }
}

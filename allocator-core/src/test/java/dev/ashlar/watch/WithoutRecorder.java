package dev.ashlar.watch;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;

/** A program for a JVM without Java Flight Recorder, which does everything that would be told. */
final class WithoutRecorder {
    private WithoutRecorder() {}

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
            throw new IllegalStateException("this JVM was to have no recorder");
        }
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            allocator.allocate(2_000_000);
            try {
                allocator.allocate(1L << 40);
            } catch (OutOfLinearMemoryException noRoom) {
                System.out.print("works ");
            }
        }
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            SharedAllocator.over(memory).allocate(100);
        }
        System.out.print("without jdk.jfr");
    }
}

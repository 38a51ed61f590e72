package dev.ashlar.memory;

/**
 * Something that a program knows about a file that it maps: see {@link LinearMemory#map(java.nio.file.Path, long, long,
 * MapOption...)}.
 */
public enum MapOption {
    /**
     * States that the file has no holes, or that its disk never fills up: {@code map} does not look for holes, and
     * reads and stores nothing. It takes O(1) instead of O(bytes of the file).
     *
     * <p>If that is wrong, and the disk is full, an access to a hole can crash the JVM.
     */
    ASSUME_ALLOCATED
}

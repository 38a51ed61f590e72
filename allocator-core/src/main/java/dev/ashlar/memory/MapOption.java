package dev.ashlar.memory;

/** The knowledge of a program about a file that {@link LinearMemory#map(java.nio.file.Path, long, long, MapOption...)} maps. */
public enum MapOption {
    /**
     * The file has no holes, or its disk never fills up: {@code map} does not look for holes, and reads and stores nothing.
     * It takes O(1) instead of O(bytes of the file).
     *
     * <p>Where the promise is wrong, and the disk is full, an access to a hole can end the JVM.
     */
    ASSUME_ALLOCATED
}

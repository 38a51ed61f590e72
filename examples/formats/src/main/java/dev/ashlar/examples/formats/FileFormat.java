package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import java.io.PrintStream;

/** A format that can be listed. */
sealed interface FileFormat permits ElfFile, ZipArchive, TarArchive, PngFile, PcapFile {
    /**
     * Prints what is in the file. Nothing in it is trusted: an offset, a count or a length that leads out of it is an {@link
     * IndexOutOfBoundsException} or {@link IllegalStateException}.
     */
    void print(PrintStream out);

    /**
     * Finds out the format of a file by its first bytes.
     *
     * @throws IllegalArgumentException if it is none of those known here
     */
    static FileFormat of(Memory file) {
        long start = file.length() < Integer.BYTES ? 0 : file.loadU32(0);
        if (start == 0x464c457f) {
            return new ElfFile(file);
        } else if (start == 0x474e5089) {
            return new PngFile(file);
        } else if (start == 0xa1b2c3d4L) {
            return new PcapFile(file);
        } else if (start == 0x04034b50 || start == 0x06054b50) {
            return new ZipArchive(file);
        } else if (TarArchive.isOne(file)) {
            return new TarArchive(file);
        }
        throw new IllegalArgumentException(
                "neither ELF, PNG, pcap, zip nor tar: starts with 0x" + Long.toHexString(start));
    }
}

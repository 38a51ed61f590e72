package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructLog;
import java.io.PrintStream;
import java.util.Locale;

/** A zip, whose directory is printed as {@code unzip -lv} does. */
final class ZipArchive implements FileFormat {
    private static final long LONGEST_COMMENT = 0xffff;
    private static final String RULES = "--------  ------  ------- ---- ---------- ----- --------  ----";
    private static final String TOTAL_RULES = "--------          -------  ---                            -------";

    private final Memory file;
    private final ZipEndView end;

    ZipArchive(Memory file) {
        this.file = file;
        this.end = end(file);
    }

    /** Goes back from the end of the file, for a comment may follow the end of the zip. */
    private static ZipEndView end(Memory file) {
        long last = file.length() - ZipEndView.BYTE_SIZE;
        for (long offset = last; offset >= Math.max(0, last - LONGEST_COMMENT); offset--) {
            ZipEndView end = ZipEndView.at(file, offset);
            if (end.signature() == ZipEnd.SIGNATURE
                    && offset + ZipEndView.BYTE_SIZE + end.commentLength() == file.length()) {
                return end;
            }
        }
        throw new IllegalArgumentException("a zip without an end: length=" + file.length());
    }

    @Override
    public void print(PrintStream out) {
        Memory directory = Memory.of(file.segment().asSlice(end.directoryOffset(), end.directorySize()));
        out.println(" Length   Method    Size  Cmpr    Date    Time   CRC-32   Name");
        out.println(RULES);
        long size = 0;
        long compressed = 0;
        long count = 0;
        for (ZipEntryView entry : StructLog.at(directory, ZipEntryView.type(), directory.length())) {
            if (entry.signature() != ZipEntry.SIGNATURE) {
                throw new IllegalArgumentException("no entry of a directory: signature=" + entry.signature());
            }
            print(entry, out);
            size += entry.size();
            compressed += entry.compressedSize();
            count++;
        }
        if (count != end.entries()) {
            throw new IllegalArgumentException("a directory of " + count + " entries, not of " + end.entries());
        }
        out.println(TOTAL_RULES);
        out.printf(
                Locale.ROOT,
                "%8d         %8d %4s                            %d file%s%n",
                size,
                compressed,
                saved(size, compressed),
                count,
                count == 1 ? "" : "s");
    }

    private static void print(ZipEntryView entry, PrintStream out) {
        int date = entry.date();
        int time = entry.time();
        out.printf(
                Locale.ROOT,
                "%8d  %-6s %8d %4s %04d-%02d-%02d %02d:%02d %08x  %s%n",
                entry.size(),
                method(entry),
                entry.compressedSize(),
                saved(entry.size(), entry.compressedSize()),
                1980 + (date >> 9),
                (date >> 5) & 15,
                date & 31,
                time >> 11,
                (time >> 5) & 63,
                entry.crc(),
                entry.name());
    }

    private static String method(ZipEntryView entry) {
        return switch (entry.method()) {
            case 0 -> "Stored";
            case 8 -> "Defl:" + "NXFS".charAt((entry.flags() >> 1) & 3);
            default -> String.format(Locale.ROOT, "Unk:%03d", entry.method());
        };
    }

    /** How much smaller it has become, in percent. */
    private static String saved(long size, long compressed) {
        return size == 0 ? "0%" : Math.round(100.0 * (size - compressed) / size) + "%";
    }
}

package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A tar in the format of POSIX, printed as {@code tar tv} does. */
final class TarArchive implements FileFormat {
    private static final int OWNER_AND_SIZE = 19;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Memory file;

    TarArchive(Memory file) {
        this.file = file;
    }

    static boolean isOne(Memory file) {
        return file.length() >= TarHeaderView.BYTE_SIZE
                && TarHeaderView.at(file, 0).magic().startsWith("ustar");
    }

    @Override
    public void print(PrintStream out) {
        int width = OWNER_AND_SIZE;
        long offset = 0;
        // A block of zeros is the end.
        while (offset < file.length() && !TarHeaderView.at(file, offset).name().isEmpty()) {
            TarHeaderView header = TarHeaderView.at(file, offset);
            requireChecksum(header);
            String owner = header.user() + "/" + header.group();
            String size = Long.toString(number(header.size()));
            width = Math.max(width, owner.length() + 1 + size.length());
            out.println(mode(header) + " " + owner + " ".repeat(width - owner.length() - size.length()) + size + " "
                    + time(header) + " " + name(header));
            long blocks = (number(header.size()) + TarHeader.BLOCK - 1) / TarHeader.BLOCK;
            offset += (1 + blocks) * TarHeader.BLOCK;
        }
    }

    /** The sum of all bytes of the header, in which the sum itself counts as spaces. */
    static int checksum(TarHeaderView header) {
        int sum = 0;
        for (long offset = 0; offset < TarHeaderView.BYTE_SIZE; offset++) {
            boolean isSum = offset >= TarHeaderView.OFFSET_CHECKSUM && offset < TarHeaderView.OFFSET_KIND;
            sum += isSum ? ' ' : header.memory().loadU8(header.byteOffset() + offset);
        }
        return sum;
    }

    private static void requireChecksum(TarHeaderView header) {
        if (number(header.checksum()) != checksum(header)) {
            throw new IllegalArgumentException("a header of a tar with a wrong checksum: name=" + header.name());
        }
    }

    /** Reads octal digits, with spaces around them. */
    private static long number(String octal) {
        String digits = octal.strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    // drwxr-x---
    private static String mode(TarHeaderView header) {
        char type = switch (header.kind()) {
            case '1' -> 'h';
            case '2' -> 'l';
            case '3' -> 'c';
            case '4' -> 'b';
            case '5' -> 'd';
            case '6' -> 'p';
            case 0, '0' -> '-';
            default ->
                throw new IllegalArgumentException("a header of a tar of another kind: type=" + (char) header.kind());
        };
        StringBuilder mode = new StringBuilder().append(type);
        long bits = number(header.mode());
        for (int bit = 8; bit >= 0; bit--) {
            mode.append((bits >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return mode.toString();
    }

    private static String time(TarHeaderView header) {
        return TIME.format(Instant.ofEpochSecond(number(header.modified())).atZone(ZoneId.systemDefault()));
    }

    private static String name(TarHeaderView header) {
        String name = header.prefix().isEmpty() ? header.name() : header.prefix() + "/" + header.name();
        return switch (header.kind()) {
            case '1' -> name + " link to " + header.link();
            case '2' -> name + " -> " + header.link();
            default -> name;
        };
    }
}

package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipOutputStream;

/** Small files of each format: the zip by the JDK, all else by the records that also read it. */
final class Samples {
    private static final byte[] TEXT = "to be or not to be\n".repeat(20).getBytes(StandardCharsets.UTF_8);

    private Samples() {}

    /** Writes one file of each format into a folder. */
    static List<Path> in(Path folder) throws IOException {
        return List.of(
                zip(folder.resolve("sample.zip")),
                tar(folder.resolve("sample.tar")),
                png(folder.resolve("sample.png")),
                pcap(folder.resolve("sample.pcap")));
    }

    /** A zip with a comment. */
    static Path zip(Path path) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.setComment("a comment");
            for (String name : List.of("a.txt", "folder/", "folder/b.txt")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(TEXT);
                }
                zip.closeEntry();
            }
        }
        return path;
    }

    /** A tar of one file. */
    static Path tar(Path path) throws IOException {
        TarHeader header = new TarHeader(
                "a.txt",
                "0000640",
                "0001750",
                "0001750",
                String.format(Locale.ROOT, "%011o", TEXT.length),
                "14616700000",
                "",
                (byte) '0',
                "",
                "ustar",
                new byte[] {'0', '0'},
                "ash",
                "lar",
                "0000000",
                "0000000",
                "",
                new byte[12]);
        try (Arena arena = Arena.ofConfined()) {
            TarHeaderView view = TarHeaderView.at(block(arena, TarHeaderView.BYTE_SIZE), 0);
            view.write(header);
            view.checksum(String.format(Locale.ROOT, "%06o", TarArchive.checksum(view)));
            byte[] contents = new byte[(int) TarHeader.BLOCK * 3];
            System.arraycopy(TEXT, 0, contents, 0, TEXT.length);
            write(path, view.memory().loadBytes(), contents);
        }
        return path;
    }

    /** The chunks of a PNG, with text in place of pixels: pixels are not read. */
    static Path png(Path path) throws IOException {
        byte[] size = new byte[(int) PngSizeView.BYTE_SIZE];
        PngSizeView.at(Memory.of(MemorySegment.ofArray(size)), 0)
                .write(new PngSize(2, 2, 8, 0, (byte) 0, (byte) 0, (byte) 0));
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
        write(path, signature, chunk("IHDR", size), chunk("tEXt", TEXT), chunk("IEND", new byte[0]));
        return path;
    }

    private static byte[] chunk(String type, byte[] data) {
        try (Arena arena = Arena.ofConfined()) {
            long byteSize = PngChunkView.OFFSET_DATA + data.length;
            Memory memory = block(arena, byteSize + Integer.BYTES);
            PngChunkView.put(memory, 0, new PngChunk(data.length, type, data));
            CRC32 crc = new CRC32();
            crc.update(memory.loadBytes(PngChunkView.OFFSET_KIND, (int) (byteSize - PngChunkView.OFFSET_KIND)));
            memory.storeI32(byteSize, Integer.reverseBytes((int) crc.getValue()));
            return memory.loadBytes();
        }
    }

    /** A capture of the first two packets of a connection. */
    static Path pcap(Path path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Memory start = block(arena, PcapHeaderView.BYTE_SIZE);
            PcapHeaderView.at(start, 0)
                    .write(new PcapHeader(PcapHeader.MAGIC, 2, 4, 0, 0, 65_535, PcapHeader.ETHERNET));
            write(path, start.loadBytes(), packet(arena, false), packet(arena, true));
        }
        return path;
    }

    private static byte[] packet(Arena arena, boolean isAnswer) {
        Memory data = block(arena, EthernetHeaderView.BYTE_SIZE + IpHeaderView.BYTE_SIZE + TcpHeaderView.BYTE_SIZE);
        EthernetHeaderView.at(data, 0).write(new EthernetHeader(new byte[6], new byte[6], EthernetHeader.IP4));
        int client = 10 << 24 | 1;
        int server = 10 << 24 | 2;
        IpHeaderView.at(data, EthernetHeaderView.BYTE_SIZE)
                .write(new IpHeader(
                        4,
                        5,
                        0,
                        40,
                        1,
                        2,
                        0,
                        64,
                        IpHeader.TCP,
                        0,
                        isAnswer ? server : client,
                        isAnswer ? client : server));
        TcpHeaderView.at(data, EthernetHeaderView.BYTE_SIZE + IpHeaderView.BYTE_SIZE)
                .write(new TcpHeader(
                        isAnswer ? 80 : 50_000,
                        isAnswer ? 50_000 : 80,
                        isAnswer ? 4_000_000_000L : 1,
                        isAnswer ? 2 : 0,
                        5,
                        0,
                        false,
                        false,
                        false,
                        isAnswer,
                        false,
                        false,
                        true,
                        false,
                        65_535,
                        0,
                        0));
        byte[] bytes = data.loadBytes();
        Memory packet = block(arena, PcapPacketView.OFFSET_DATA + bytes.length);
        PcapPacketView.put(
                packet, 0, new PcapPacket(1_700_000_000, isAnswer ? 500 : 0, bytes.length, bytes.length, bytes));
        return packet.loadBytes();
    }

    private static Memory block(Arena arena, long byteSize) {
        return Memory.of(arena.allocate(byteSize));
    }

    private static void write(Path path, byte[]... parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }
}

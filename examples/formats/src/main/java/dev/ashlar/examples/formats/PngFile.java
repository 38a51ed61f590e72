package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import java.io.PrintStream;
import java.util.zip.CRC32;

/** A PNG: its size and its chunks. */
final class PngFile implements FileFormat {
    private static final long FIRST_CHUNK = 8;

    private final Memory file;

    PngFile(Memory file) {
        this.file = file;
    }

    @Override
    public void print(PrintStream out) {
        for (long offset = FIRST_CHUNK; offset < file.length(); ) {
            PngChunkView chunk = PngChunkView.at(file, offset);
            long byteSize = PngChunkView.type().byteSizeAt(file, offset);
            if (chunk.kind().equals("IHDR")) {
                PngSizeView size = PngSizeView.at(file, offset + PngChunkView.OFFSET_DATA);
                out.printf("PNG, %d x %d, %d bits%n", size.width(), size.height(), size.depth());
            }
            boolean isWhole = crc(offset + PngChunkView.OFFSET_KIND, byteSize - PngChunkView.OFFSET_KIND)
                    == Integer.reverseBytes(file.loadI32(offset + byteSize));
            out.printf("%s %d bytes%s%n", chunk.kind(), chunk.length(), isWhole ? "" : ", damaged");
            offset += byteSize + Integer.BYTES;
        }
    }

    private int crc(long offset, long byteSize) {
        CRC32 crc = new CRC32();
        crc.update(file.segment().asSlice(offset, byteSize).asByteBuffer());
        return (int) crc.getValue();
    }
}

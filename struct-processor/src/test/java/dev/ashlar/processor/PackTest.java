package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs as {@code #pragma pack} lays them out; random ones are those of {@link DifferentialTest}. */
class PackTest {
    private static final String[] SOURCES = {
        Snippet.inPackage("""
                @Struct(pack = 2)
                @LayoutCheck(size = 14, alignment = 2)
                public record BitmapFileHeader(@U16 int type, @Offset(2) @U32 long size, short a, short b, @U32 long bits) {}
                """),
        Snippet.inPackage("@Struct public record Wide(long value) {}"),
        Snippet.inPackage("""
                @Struct(pack = 4)
                @LayoutCheck(size = 20, alignment = 4)
                public record Holder(byte first, @Offset(4) Wide wide, @Offset(12) @Align(16) int aligned, byte last) {}
                """),
        Snippet.inPackage("""
                @Struct(pack = 8, align = 16)
                @LayoutCheck(size = 16, alignment = 16)
                public record Aligned(byte first, @Offset(8) long second) {}
                """),
        Snippet.inPackage("""
                @Struct(pack = 1)
                @LayoutCheck(size = 5, alignment = 1)
                public record Log(@Bits(7) int level, @Offset(1) @Tail long[] values) {}
                """)
    };

    @Test
    void pack_limitsAlignments_asInC(@TempDir Path folder) throws IOException {
        Compiled compiled = Compiled.withOptions(List.of("-Aashlar.headers=true"), SOURCES);
        assertThat(compiled.errors()).isEmpty();
        HeaderCompilation.of(compiled, folder).compile("p/BitmapFileHeader.h", "p/Holder.h", "p/Aligned.h", "p/Log.h");
    }
}

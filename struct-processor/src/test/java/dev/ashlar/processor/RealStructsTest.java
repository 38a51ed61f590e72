package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.processor.CStruct.Array;
import dev.ashlar.processor.CStruct.Bits;
import dev.ashlar.processor.CStruct.Member;
import dev.ashlar.processor.CStruct.Nested;
import dev.ashlar.processor.CStruct.Scalar;
import dev.ashlar.processor.CStruct.Storage;
import dev.ashlar.processor.CStruct.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The structs that people really map, as the headers of this machine declare them. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class RealStructsTest {
    private static final String INCLUDES = """
            #define _GNU_SOURCE
            #include <dirent.h>
            #include <elf.h>
            #include <netinet/in.h>
            #include <netinet/ip.h>
            #include <netinet/tcp.h>
            #include <sys/epoll.h>
            #include <sys/stat.h>
            #include <time.h>
            """;

    /** As Windows declares it. */
    private static final String BITMAP = """
            #pragma pack(push, 1)
            typedef struct {
                uint16_t bfType; uint32_t bfSize; uint16_t bfReserved1; uint16_t bfReserved2; uint32_t bfOffBits;
            } BITMAPFILEHEADER;
            #pragma pack(pop)
            """;

    private static final CStruct.Type U16_BIT = new Bits(new Scalar(int.class, Storage.U16), 1, false);

    @TempDir
    private Path folder;

    @Test
    void structs_ofRealHeaders_areThoseOfC() throws IOException, ReflectiveOperationException {
        long seed = Long.getLong("ashlar.seed", System.nanoTime());
        Random random = new Random(seed);
        CStruct timespec = timespec();
        List<CStruct> structs =
                List.of(timespec, stat(timespec), sockaddr(), epollEvent(), dirent(), bitmap(), elf(), ip(), tcp());
        CProgram program = new CProgram(folder, INCLUDES);
        program.declare(BITMAP);
        List<List<CValue>> values = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (CStruct struct : structs) {
            values.add(CValue.of(struct, random));
            program.add(struct, values.getLast());
            sources.add(Snippet.inPackage(CStructText.java(struct)));
        }
        program.compile();
        Compiled compiled = Compiled.of(sources.toArray(String[]::new));
        assertThat(compiled.compilation().errors()).isEmpty();
        new CAgreement(program, compiled.loader(), "seed=" + seed).check(structs, values);
    }

    private static CStruct timespec() {
        return CStruct.declared(
                "Timespec",
                "struct timespec",
                false,
                Member.of("seconds", "tv_sec", Scalar.LONG),
                Member.of("nanoseconds", "tv_nsec", Scalar.LONG));
    }

    private static CStruct stat(CStruct timespec) {
        return CStruct.declared(
                "FileStatus",
                "struct stat",
                false,
                Member.of("device", "st_dev", Scalar.LONG),
                Member.of("inode", "st_ino", Scalar.LONG),
                Member.of("links", "st_nlink", Scalar.LONG),
                Member.of("mode", "st_mode", Scalar.U32),
                Member.of("user", "st_uid", Scalar.U32),
                Member.of("group", "st_gid", Scalar.U32),
                Member.of("pad", "__pad0", Scalar.INT),
                Member.of("special", "st_rdev", Scalar.LONG),
                Member.of("size", "st_size", Scalar.LONG),
                Member.of("blocksize", "st_blksize", Scalar.LONG),
                Member.of("blocks", "st_blocks", Scalar.LONG),
                Member.of("accessed", "st_atim", new Nested(timespec)),
                Member.of("modified", "st_mtim", new Nested(timespec)),
                Member.of("changed", "st_ctim", new Nested(timespec)),
                Member.of("reserved", "__glibc_reserved", new Array(Scalar.LONG, 3)));
    }

    private static CStruct sockaddr() {
        return CStruct.declared(
                "SocketAddress",
                "struct sockaddr_in",
                false,
                Member.of("family", "sin_family", Scalar.U16),
                Member.of("port", "sin_port", Scalar.U16),
                Member.of("host", "sin_addr.s_addr", Scalar.U32),
                Member.of("zero", "sin_zero", new Array(new Scalar(short.class, Storage.U8), 8)));
    }

    private static CStruct epollEvent() {
        return CStruct.declared(
                "EpollEvent",
                "struct epoll_event",
                true,
                Member.of("events", Scalar.U32),
                Member.of("data", "data.u64", Scalar.LONG));
    }

    private static CStruct dirent() {
        return CStruct.declared(
                "DirectoryEntry",
                "struct dirent",
                false,
                Member.of("inode", "d_ino", Scalar.LONG),
                Member.of("next", "d_off", Scalar.LONG),
                Member.of("length", "d_reclen", Scalar.U16),
                Member.of("kind", "d_type", Scalar.U8),
                Member.of("name", "d_name", new Text(256)));
    }

    private static CStruct bitmap() {
        return CStruct.declared(
                "BitmapFileHeader",
                "BITMAPFILEHEADER",
                true,
                Member.of("kind", "bfType", Scalar.U16),
                Member.of("size", "bfSize", Scalar.U32),
                Member.of("reserved1", "bfReserved1", Scalar.U16),
                Member.of("reserved2", "bfReserved2", Scalar.U16),
                Member.of("offset", "bfOffBits", Scalar.U32));
    }

    private static CStruct elf() {
        return CStruct.declared(
                "ElfHeader",
                "Elf64_Ehdr",
                false,
                Member.of("ident", "e_ident", new Array(new Scalar(short.class, Storage.U8), 16)),
                Member.of("kind", "e_type", Scalar.U16),
                Member.of("machine", "e_machine", Scalar.U16),
                Member.of("version", "e_version", Scalar.U32),
                Member.of("entry", "e_entry", Scalar.LONG),
                Member.of("programs", "e_phoff", Scalar.LONG),
                Member.of("sections", "e_shoff", Scalar.LONG),
                Member.of("flags", "e_flags", Scalar.U32),
                Member.of("size", "e_ehsize", Scalar.U16),
                Member.of("programsize", "e_phentsize", Scalar.U16),
                Member.of("programcount", "e_phnum", Scalar.U16),
                Member.of("sectionsize", "e_shentsize", Scalar.U16),
                Member.of("sectioncount", "e_shnum", Scalar.U16),
                Member.of("names", "e_shstrndx", Scalar.U16));
    }

    private static CStruct ip() {
        CStruct.Type nibble = new Bits(new Scalar(int.class, Storage.U32), 4, false);
        return CStruct.declared(
                "IpHeader",
                "struct iphdr",
                false,
                Member.of("words", "ihl", nibble),
                Member.of("version", nibble),
                Member.of("service", "tos", Scalar.U8),
                Member.of("length", "tot_len", Scalar.U16),
                Member.of("id", Scalar.U16),
                Member.of("fragment", "frag_off", Scalar.U16),
                Member.of("ttl", Scalar.U8),
                Member.of("protocol", Scalar.U8),
                Member.of("checksum", "check", Scalar.U16),
                Member.of("source", "saddr", Scalar.U32),
                Member.of("destination", "daddr", Scalar.U32));
    }

    private static CStruct tcp() {
        CStruct.Type nibble = new Bits(new Scalar(int.class, Storage.U16), 4, false);
        return CStruct.declared(
                "TcpHeader",
                "struct tcphdr",
                false,
                Member.of("source", Scalar.U16),
                Member.of("dest", Scalar.U16),
                Member.of("sequence", "seq", Scalar.U32),
                Member.of("acknowledged", "ack_seq", Scalar.U32),
                Member.of("reserved", "res1", nibble),
                Member.of("words", "doff", nibble),
                Member.of("fin", U16_BIT),
                Member.of("syn", U16_BIT),
                Member.of("rst", U16_BIT),
                Member.of("psh", U16_BIT),
                Member.of("ack", U16_BIT),
                Member.of("urg", U16_BIT),
                Member.of("more", "res2", new Bits(new Scalar(int.class, Storage.U16), 2, false)),
                Member.of("window", Scalar.U16),
                Member.of("checksum", "check", Scalar.U16),
                Member.of("urgent", "urg_ptr", Scalar.U16));
    }
}

package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C headers, as text and as a C compiler takes them. */
class HeaderTest {
    private static final List<String> HEADERS = List.of("-Aashlar.headers=true");

    private static final String EVERY_KIND = """
            @Struct record Every(Point start, @Length(3) Point[] points, @Align(16) Head head, Color color,
                    @Stored(StorageType.I8) @Length(2) Color[] colors, @Bits(3) int mode,
                    @Bits(value = 5, newUnit = true) @Stored(StorageType.U32) int flags, @Bits(1) boolean open,
                    java.lang.foreign.MemorySegment next, @Length(4) int[] cells) {}
            """;

    @TempDir
    private Path folder;

    @Test
    void header_isReadable() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage(
                        "@Struct record Person(int id, double height, boolean member, @Length(16) String name) {}"));
        assertThat(compiled.generatedResource("include/p/Person.h")).isEqualTo("""
                /* p.Person of Java: 40 bytes, aligned to 8, little-endian. Written by Ashlar. */
                #ifndef ASHLAR_p_Person_h
                #define ASHLAR_p_Person_h

                #include <stddef.h>
                #include <stdint.h>

                struct Person {
                    int32_t id; /* offset 0: int */
                    double height; /* offset 8: double */
                    uint8_t member; /* offset 16: boolean */
                    char name[16]; /* offset 17: String */
                };

                #ifndef ASHLAR_ASSERT
                #ifdef __cplusplus
                #define ASHLAR_ASSERT static_assert
                #define ASHLAR_ALIGNOF alignof
                #else
                #define ASHLAR_ASSERT _Static_assert
                #define ASHLAR_ALIGNOF _Alignof
                #endif
                #endif

                ASHLAR_ASSERT(sizeof(struct Person) == 40, "size of struct Person");
                ASHLAR_ASSERT(ASHLAR_ALIGNOF(struct Person) == 8, "alignment of struct Person");
                ASHLAR_ASSERT(offsetof(struct Person, id) == 0, "offset of id");
                ASHLAR_ASSERT(offsetof(struct Person, height) == 8, "offset of height");
                ASHLAR_ASSERT(offsetof(struct Person, member) == 16, "offset of member");
                ASHLAR_ASSERT(offsetof(struct Person, name) == 17, "offset of name");

                #endif
                """);
        compileHeaders(compiled, "p/Person.h");
    }

    /** GCC warns of that unless it is told. */
    @Test
    void header_whenAUnionHasBothByteOrders_compilesWithoutWarnings() throws IOException {
        Compiled compiled = Compiled.withOptions(HEADERS, Snippet.inPackage("""
                        @Struct sealed interface Event {
                            @Struct(order = StructOrder.BIG_ENDIAN) @Code(0) record Move(int x) implements Event {}

                            @Struct @Code(1) record Stop(int code) implements Event {}
                        }
                        """));
        compileBigEndian(compiled, "p/Event.h");
    }

    @Test
    void header_whenComponentsAreOfEveryKind_isReadable() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("@Struct record Point(short x, short y) {}"),
                Snippet.inPackage("@Struct(packed = true, align = 2, order = StructOrder.BIG_ENDIAN)"
                        + " record Head(byte kind, int size, @Bits(4) @Stored(StorageType.U8) int version) {}"),
                Snippet.inPackage("enum Color { @Code(1) RED, @Code(-2) GREEN }"),
                Snippet.inPackage(EVERY_KIND));
        assertThat(compiled.generatedResource("include/p/Every.h")).isEqualTo("""
                /* p.Every of Java: 64 bytes, aligned to 16, little-endian. Written by Ashlar. */
                #ifndef ASHLAR_p_Every_h
                #define ASHLAR_p_Every_h

                #include <stddef.h>
                #include <stdint.h>
                #include "p/Head.h"
                #include "p/Point.h"

                #ifndef ASHLAR_p_Color_h
                #define ASHLAR_p_Color_h
                enum Color {
                    Color_RED = 1,
                    Color_GREEN = -2,
                };
                #endif

                struct Every {
                    struct Point start; /* offset 0: Point */
                    struct Point points[3]; /* offset 4: Point[3] */
                    struct Head head __attribute__((aligned(16))); /* offset 16: Head */
                    int32_t color; /* offset 24: Color */
                    int8_t colors[2]; /* offset 28: Color[2] */
                    int32_t mode : 3; /* offset 30, bit 0: int */
                    uint32_t : 0; uint32_t flags : 5; /* offset 32, bit 0: int */
                    __extension__ uint8_t open : 1; /* offset 32, bit 5: boolean */
                    void *next; /* offset 40: MemorySegment */
                    int32_t cells[4]; /* offset 48: int[4] */
                };

                #ifndef ASHLAR_ASSERT
                #ifdef __cplusplus
                #define ASHLAR_ASSERT static_assert
                #define ASHLAR_ALIGNOF alignof
                #else
                #define ASHLAR_ASSERT _Static_assert
                #define ASHLAR_ALIGNOF _Alignof
                #endif
                #endif

                ASHLAR_ASSERT(sizeof(struct Every) == 64, "size of struct Every");
                ASHLAR_ASSERT(ASHLAR_ALIGNOF(struct Every) == 16, "alignment of struct Every");
                ASHLAR_ASSERT(offsetof(struct Every, start) == 0, "offset of start");
                ASHLAR_ASSERT(offsetof(struct Every, points) == 4, "offset of points");
                ASHLAR_ASSERT(offsetof(struct Every, head) == 16, "offset of head");
                ASHLAR_ASSERT(offsetof(struct Every, color) == 24, "offset of color");
                ASHLAR_ASSERT(offsetof(struct Every, colors) == 28, "offset of colors");
                ASHLAR_ASSERT(offsetof(struct Every, next) == 40, "offset of next");
                ASHLAR_ASSERT(offsetof(struct Every, cells) == 48, "offset of cells");

                #endif
                """);
        assertThat(compiled.generatedResource("include/p/Head.h"))
                .contains("\n    __extension__ uint8_t version : 4; /* offset 5, bit 0: int, big-endian */\n")
                .contains("\n} __attribute__((packed, aligned(2), scalar_storage_order(\"big-endian\")));\n");
        compileBigEndian(compiled, "p/Point.h", "p/Head.h", "p/Every.h");
    }

    @Test
    void header_whenCodecsStoreComponents_hasWhatIsStored() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("@Struct record Order(java.util.UUID id, @Scale(4) java.math.BigDecimal price,"
                        + " @Length(2) java.time.LocalDate[] due, java.time.Instant at) {}"));
        assertThat(compiled.generatedResource("include/p/Order.h")).contains("""
                struct Order {
                    int8_t id[16]; /* offset 0: UUID by dev.ashlar.struct.codec.UuidBytes */
                    int64_t price; /* offset 16: BigDecimal by dev.ashlar.struct.codec.ScaledDecimal scale 4 */
                    int32_t due[2]; /* offset 24: LocalDate[2] by dev.ashlar.struct.codec.LocalDateDays */
                    int64_t at; /* offset 32: Instant by dev.ashlar.struct.codec.InstantNanos */
                };
                """);
        compileHeaders(compiled, "p/Order.h");
    }

    @Test
    void header_whenComponentsAreOptional_hasTheBitsAndSaysWhoseTheyAre() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("@Struct record Reading(int id, Integer level, @Absent(\"-1\") Integer parent,"
                        + " java.time.@org.jspecify.annotations.Nullable Instant at) {}"));
        assertThat(compiled.generatedResource("include/p/Reading.h")).contains("""
                struct Reading {
                    int32_t id; /* offset 0: int */
                    int32_t level; /* offset 4: Integer, present if bit 0 of presence */
                    int32_t parent; /* offset 8: Integer, absent if -1 */
                    int64_t at; /* offset 16: @Nullable Instant by dev.ashlar.struct.codec.InstantNanos, present if bit 1 of presence */
                    uint8_t presence[1]; /* offset 24: bits of level, at */
                };
                """);
        compileHeaders(compiled, "p/Reading.h");
    }

    @Test
    void header_whenElementsAreOptional_saysWhichBitsAreTheirs() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("@Struct record Gauge(Integer station, @Length(4) Integer[] levels,"
                        + " @Length(2) @Absent(\"NaN\") java.util.OptionalDouble[] heights, @Length(1) Byte[] flags,"
                        + " @Length(3) java.time.@org.jspecify.annotations.Nullable Instant[] times) {}"),
                Snippet.inPackage("@Struct record Levels(int id, @Tail @Absent(\"-1\") Short[] levels) {}"));
        assertThat(compiled.generatedResource("include/p/Gauge.h")).contains("""
                struct Gauge {
                    int32_t station; /* offset 0: Integer, present if bit 0 of presence */
                    int32_t levels[4]; /* offset 4: Integer[4], present if bits 1 to 4 of presence */
                    double heights[2]; /* offset 24: OptionalDouble[2], absent if NaN */
                    int8_t flags[1]; /* offset 40: Byte[1], present if bit 5 of presence */
                    int64_t times[3]; /* offset 48: @Nullable Instant[3] by dev.ashlar.struct.codec.InstantNanos, present if bits 6 to 8 of presence */
                    uint8_t presence[2]; /* offset 72: bits of station, levels, flags, times */
                };
                """);
        assertThat(compiled.generatedResource("include/p/Levels.h")).contains(": Short[], absent if -1 */");
        compileHeaders(compiled, "p/Gauge.h", "p/Levels.h");
    }

    @Test
    void headers_whenNotAskedFor_areNotWritten() {
        String struct = Snippet.inPackage("@Struct record Person(int id) {}");
        for (List<String> options : List.of(List.<String>of(), List.of("-Aashlar.headers=false"))) {
            assertThat(Compiled.withOptions(options, struct).compilation().generatedFiles())
                    .noneMatch(file -> file.getName().endsWith(".h"));
        }
        assertThat(Compiled.withOptions(List.of("-Aashlar.headers"), struct).generatedResource("include/p/Person.h"))
                .isNotEmpty();
    }

    @Test
    void names_whenCHasThemAlready_areMadeLegal() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("@Struct record Names(int register, int unsigned, int register_, int _Bool, int auto,"
                        + " int NULL, int INT_MAX, int INT32_MAX, int linux, int __LINE__, int typeof, int bool,"
                        + " int é, int è, int $, int size_t, int int32_t, int offsetof, int struct, int signed) {}"),
                Snippet.inPackage("class signed_ { @Struct record extern(int x) {} }"),
                Snippet.inPackage("@Struct record union(int x) {}"));
        compileHeaders(compiled, "p/Names.h", "p/signed__extern.h", "p/union.h");
        assertThat(compiled.generatedResource("include/p/Names.h"))
                .contains("int32_t register__; /* offset 0: register, int */")
                .contains("int32_t register_; /* offset 8: int */");
        assertThat(compiled.generatedResource("include/p/union.h")).contains("struct union_ {");
    }

    @Test
    void headers_whenIncludedTogether_doNotClash() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                "@dev.ashlar.struct.Struct record Alone(int x) {}",
                Snippet.inPackage("class A { @Struct record B(int x) {} }"),
                "package p.q;\n@dev.ashlar.struct.Struct record C(int x) {}");
        compileHeaders(compiled, "Alone.h", "p/A_B.h", "p/q/C.h");
    }

    private void compileHeaders(Compiled compiled, String... headers) throws IOException {
        HeaderCompilation.of(compiled, folder).compile(headers);
    }

    private void compileBigEndian(Compiled compiled, String... headers) throws IOException {
        HeaderCompilation.of(compiled, folder).compileBigEndian(headers);
    }
}

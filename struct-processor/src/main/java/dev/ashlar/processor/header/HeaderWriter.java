package dev.ashlar.processor.header;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.processor.output.OutputFile;
import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the C header of one struct: the struct, and assertions by which the C compiler proves that it lays it out as
 * Ashlar does. The struct must have passed its checks.
 */
public final class HeaderWriter {
    private static final String GCC_ALONE = "#if defined(__GNUC__) && !defined(__clang__)";

    /** C and C++ write assertions differently. */
    private static final String ASSERTIONS = """
            #ifndef ASHLAR_ASSERT
            #ifdef __cplusplus
            #define ASHLAR_ASSERT static_assert
            #define ASHLAR_ALIGNOF alignof
            #else
            #define ASHLAR_ASSERT _Static_assert
            #define ASHLAR_ALIGNOF _Alignof
            #endif
            #endif
            """;

    private final StructModel struct;
    private final StructName name;
    private final StructLayout layout;
    private final String tag;
    private final List<CMember> members;
    private final List<String> behind;
    private final CEnums enums;
    private final StringBuilder text = new StringBuilder();

    private HeaderWriter(StructModel struct, Layouts layouts) {
        this.struct = struct;
        this.name = struct.name();
        this.layout = layouts.of(struct);
        this.enums = CEnums.of(struct, layouts);
        this.tag = tag(struct);
        CMembers inC = new CMembers(struct.settings(), layout);
        this.members = inC.list();
        this.behind = inC.behind();
    }

    public static OutputFile.Resource write(StructModel struct, Layouts layouts) {
        HeaderWriter writer = new HeaderWriter(struct, layouts);
        writer.writeHead();
        writer.writeIncludes();
        writer.writeDialect();
        writer.writeEnums();
        writer.writeStruct();
        writer.writeAssertions();
        writer.line("\n#endif");
        return new OutputFile.Resource(path(struct.name()), writer.text.toString());
    }

    /** {@code include/p/Outer_Person.h}: the folder {@code include} is what a C compiler is told to look in. */
    static String path(StructName name) {
        return "include/" + inclusion(name);
    }

    // p/Outer_Person.h
    static String inclusion(StructName name) {
        return name.qualified(baseName(name)).replace('.', '/') + ".h";
    }

    // struct Outer_Person
    // union Value
    static String tag(StructModel struct) {
        return (struct.hasArms() ? "union " : "struct ") + tagName(struct.name());
    }

    static String tagName(StructName name) {
        return CName.ofTag(baseName(name));
    }

    static String baseName(StructName name) {
        return String.join("_", name.simpleNames());
    }

    // #ifndef ASHLAR_p_Person_h
    // #define ASHLAR_p_Person_h
    private void writeHead() {
        String guard = guard(name);
        line("/* " + name.canonicalName() + " of Java: " + layout.byteSize() + " bytes, aligned to "
                + layout.byteAlignment() + ", " + order() + ". Written by Ashlar. */");
        line("#ifndef " + guard);
        line("#define " + guard);
        line("\n#include <stddef.h>");
        line("#include <stdint.h>");
    }

    private String order() {
        return switch (struct.settings().order()) {
            case LITTLE_ENDIAN -> "little-endian";
            case BIG_ENDIAN -> "big-endian";
            case NATIVE -> "in the byte order of the machine";
        };
    }

    // #include "p/Point.h"
    private void writeIncludes() {
        Set<String> nested = new TreeSet<>();
        for (PlacedComponent placed : layout.components()) {
            placed.type().structs().forEach(other -> nested.add(inclusion(other.name())));
        }
        nested.forEach(file -> line("#include \"" + file + "\""));
    }

    /** The attribute for big-endian numbers is one of GCC's C alone; where it is ignored, numbers would be wrong. */
    // #if !defined(__GNUC__) || defined(__clang__) || defined(__cplusplus)
    // #error "struct Head is big-endian, which only the C of GCC can declare"
    private void writeDialect() {
        if (struct.settings().order() == StructOrder.BIG_ENDIAN) {
            line("\n#if !defined(__GNUC__) || defined(__clang__) || defined(__cplusplus)");
            line("#error \"" + tag + " is big-endian, which only the C of GCC can declare\"");
            line("#endif");
        }
    }

    // enum Colour { Colour_RED = 0, Colour_GREEN = 1 };
    // enum Shape_Tag { Shape_Tag_CIRCLE = 0, Shape_Tag_RECT = 1 };
    private void writeEnums() {
        Set<String> written = new TreeSet<>();
        for (PlacedComponent placed : layout.components()) {
            placed.type()
                    .enumeration()
                    .filter(model -> written.add(model.name().canonicalName()))
                    .ifPresent(this::writeEnum);
        }
        struct.union()
                .flatMap(union -> enums.byIdentity(CEnum.identity(union)))
                .ifPresent(tags -> line("\n" + tags.declaration()));
    }

    /** Several headers may have the same enum, so it has a guard of its own, one for each name that it has in C. */
    private void writeEnum(EnumModel model) {
        CEnum named = enums.byIdentity(model.name().canonicalName()).orElseThrow();
        boolean isPlain = named.tag().equals(CName.ofTag(baseName(model.name())));
        String guard = guard(model.name()) + (isPlain ? "" : "_" + named.tag());
        line("\n#ifndef " + guard);
        line("#define " + guard);
        line(named.declaration());
        line("#endif");
    }

    private static String guard(StructName name) {
        return Stream.of(inclusion(name).split("[/.]"))
                .map(part -> CName.letters(part.replace("_", "__")))
                .collect(Collectors.joining("_", "ASHLAR_", ""));
    }

    // __attribute__((packed, aligned(8)))
    private String attributes() {
        List<String> attributes = new ArrayList<>();
        if (struct.settings().packed()) {
            attributes.add("packed");
        }
        if (layout.byteAlignment() > layout.naturalAlignment()) {
            attributes.add("aligned(" + layout.byteAlignment() + ")");
        }
        if (struct.settings().order() == StructOrder.BIG_ENDIAN) {
            attributes.add("scalar_storage_order(\"big-endian\")");
        }
        return attributes.isEmpty() ? "" : " __attribute__((" + String.join(", ", attributes) + "))";
    }

    // struct Person {
    //     int32_t id; /* offset 0: int */
    private void writeStruct() {
        List<String> ignored = ignoredWarnings();
        if (!ignored.isEmpty()) {
            line("\n" + GCC_ALONE);
            line("#pragma GCC diagnostic push");
            ignored.forEach(warning -> line("#pragma GCC diagnostic ignored \"" + warning + "\""));
            line("#endif");
        }
        long pack = struct.settings().pack();
        line("");
        if (pack > 0) {
            line("#pragma pack(push, " + pack + ")");
        }
        line(tag + " {");
        for (CMember member : members) {
            line("    " + member.declaration() + "; /* offset " + member.place() + ": " + member.comment() + " */");
        }
        behind.forEach(each -> line("    /* " + each + " */"));
        line("}" + attributes() + ";");
        line(pack > 0 ? "#pragma pack(pop)\n" : "");
        if (!ignored.isEmpty()) {
            line(GCC_ALONE);
            line("#pragma GCC diagnostic pop");
            line("#endif\n");
        }
    }

    /** GCC warns of aligned structs in packed ones, and of both byte orders in a union: here it is what is asked for. */
    private List<String> ignoredWarnings() {
        List<String> ignored = new ArrayList<>();
        if (struct.settings().packed()
                && layout.components().stream()
                        .anyMatch(placed -> !placed.type().structs().isEmpty())) {
            ignored.add("-Wpacked-not-aligned");
        }
        if (overlaid().anyMatch(each -> each.settings().order() == StructOrder.BIG_ENDIAN)) {
            ignored.add("-Wscalar-storage-order");
        }
        return ignored;
    }

    /** The structs whose members lie at one offset in it. */
    private Stream<StructModel> overlaid() {
        return struct.hasArms()
                ? Stream.concat(
                        Stream.of(struct),
                        struct.components().stream().flatMap(arm -> arm.storedType().structs().stream()))
                : struct.union().stream()
                        .flatMap(union -> union.variants().stream())
                        .map(UnionModel.Variant::struct);
    }

    // ASHLAR_ASSERT(sizeof(struct Person) == 24, "size of struct Person");
    // ASHLAR_ASSERT(ASHLAR_ALIGNOF(struct Person) == 8, "alignment of struct Person");
    private void writeAssertions() {
        line(ASSERTIONS);
        line("ASHLAR_ASSERT(sizeof(" + tag + ") == " + layout.cByteSize() + ", \"size of " + tag + "\");");
        line("ASHLAR_ASSERT(ASHLAR_ALIGNOF(" + tag + ") == " + layout.byteAlignment() + ", \"alignment of " + tag
                + "\");");
        members.stream().flatMap(member -> member.assertion(tag).stream()).forEach(this::line);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

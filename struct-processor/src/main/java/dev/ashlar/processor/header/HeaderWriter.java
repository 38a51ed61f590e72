package dev.ashlar.processor.header;

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

/**
 * Writes the C header of one struct: the struct, and assertions by which the C compiler proves that it lays it out as
 * Ashlar does. The struct must have passed its checks.
 */
public final class HeaderWriter {
    private static final String GCC_ALONE = "#if defined(__GNUC__) && !defined(__clang__)";

    private final StructModel struct;
    private final StructName name;
    private final StructLayout layout;
    private final String tag;
    private final List<CMember> members;
    private final StringBuilder text = new StringBuilder();

    private HeaderWriter(StructModel struct, StructLayout layout) {
        this.struct = struct;
        this.name = struct.name();
        this.layout = layout;
        this.tag = tag(struct.name());
        this.members = new CMembers(struct.settings(), layout).list();
    }

    public static OutputFile.Resource write(StructModel struct, StructLayout layout) {
        HeaderWriter writer = new HeaderWriter(struct, layout);
        writer.writeHead();
        writer.writeIncludes();
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
    static String tag(StructName name) {
        return "struct " + CName.of(baseName(name));
    }

    private static String baseName(StructName name) {
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

    // enum Colour { Colour_RED = 0, Colour_GREEN = 1 };
    private void writeEnums() {
        Set<String> written = new TreeSet<>();
        for (PlacedComponent placed : layout.components()) {
            placed.type()
                    .enumeration()
                    .filter(model -> written.add(model.name().canonicalName()))
                    .ifPresent(this::writeEnum);
        }
        struct.union().ifPresent(this::writeTags);
    }

    // enum Shape_Tag {
    //     Shape_Tag_CIRCLE = 0,
    private void writeTags(UnionModel union) {
        String enumeration = CName.of(baseName(name) + "_Tag");
        line("\nenum " + enumeration + " {");
        for (UnionModel.Variant variant : union.variants()) {
            line("    " + CName.of(enumeration + "_" + variant.constant()) + " = " + number(variant.number()) + ",");
        }
        line("};");
    }

    /** Several headers may have the same enum, so it has a guard of its own. */
    private void writeEnum(EnumModel model) {
        String guard = guard(model.name());
        String name = CName.of(baseName(model.name()));
        line("\n#ifndef " + guard);
        line("#define " + guard);
        line("enum " + name + " {");
        for (int index = 0; index < model.numbers().size(); index++) {
            String constant = CName.of(name + "_" + model.constants().get(index));
            line("    " + constant + " = " + number(model.numbers().get(index)) + ",");
        }
        line("};");
        line("#endif");
    }

    /** C has no negative literals, and so none for the least number. */
    private static String number(long number) {
        return number == Long.MIN_VALUE ? "(-9223372036854775807 - 1)" : Long.toString(number);
    }

    private static String guard(StructName name) {
        return "ASHLAR_" + inclusion(name).replace("_", "__").replaceAll("[^A-Za-z0-9_]", "_");
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
        line("\n" + tag + " {");
        for (CMember member : members) {
            line("    " + member.declaration() + "; /* offset " + member.place() + ": " + member.comment() + " */");
        }
        line("}" + attributes() + ";\n");
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
        if (struct.union().stream().flatMap(union -> union.variants().stream()).anyMatch(HeaderWriter::isBigEndian)) {
            ignored.add("-Wscalar-storage-order");
        }
        return ignored;
    }

    private static boolean isBigEndian(UnionModel.Variant variant) {
        return variant.struct().settings().order() == StructOrder.BIG_ENDIAN;
    }

    // _Static_assert(sizeof(struct Person) == 24, "size of struct Person");
    // _Static_assert(_Alignof(struct Person) == 8, "alignment of struct Person");
    private void writeAssertions() {
        line("_Static_assert(sizeof(" + tag + ") == " + layout.byteSize() + ", \"size of " + tag + "\");");
        line("_Static_assert(_Alignof(" + tag + ") == " + layout.byteAlignment() + ", \"alignment of " + tag + "\");");
        members.stream().flatMap(member -> member.assertion(tag).stream()).forEach(this::line);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}

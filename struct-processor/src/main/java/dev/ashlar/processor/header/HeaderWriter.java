package dev.ashlar.processor.header;

import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import java.util.List;

/**
 * Writes the C header of one struct: the struct, and assertions by which the C compiler proves that it lays it out as
 * Ashlar does. The struct must have passed its checks.
 */
public final class HeaderWriter {
    private final StructName name;
    private final StructLayout layout;
    private final String tag;
    private final List<CMember> members;
    private final StringBuilder text = new StringBuilder();

    private HeaderWriter(StructModel struct, StructLayout layout) {
        this.name = struct.name();
        this.layout = layout;
        this.tag = tag(struct.name());
        this.members = new CMembers(layout).list();
    }

    public static HeaderFile write(StructModel struct, StructLayout layout) {
        HeaderWriter writer = new HeaderWriter(struct, layout);
        writer.writeHead();
        writer.writeStruct();
        writer.writeAssertions();
        writer.line("\n#endif");
        return new HeaderFile(path(struct.name()), writer.text.toString());
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
        String guard = "ASHLAR_" + inclusion(name).replace("_", "__").replaceAll("[^A-Za-z0-9_]", "_");
        line("/* " + name.canonicalName() + " of Java: " + layout.byteSize() + " bytes, aligned to "
                + layout.byteAlignment() + ", little-endian. Written by Ashlar. */");
        line("#ifndef " + guard);
        line("#define " + guard);
        line("\n#include <stddef.h>");
        line("#include <stdint.h>");
    }

    // struct Person {
    //     int32_t id; /* offset 0: int */
    private void writeStruct() {
        line("\n" + tag + " {");
        for (CMember member : members) {
            line("    " + member.declaration() + "; /* offset " + member.byteOffset() + ": " + member.comment()
                    + " */");
        }
        line("};\n");
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

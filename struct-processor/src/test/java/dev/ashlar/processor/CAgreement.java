package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Holds generated views against a C program: the same layouts, the same bytes, and each reads what the other wrote. */
final class CAgreement {
    private final CProgram program;
    private final ClassLoader loader;
    private final String origin;

    /** {@code origin} is printed with each failure: a seed, for instance. */
    CAgreement(CProgram program, ClassLoader loader, String origin) {
        this.program = program;
        this.loader = loader;
        this.origin = origin;
    }

    void check(List<CStruct> structs, List<List<CValue>> values) throws IOException, ReflectiveOperationException {
        checkLayouts(structs);
        byte[] c = program.write();
        ByteArrayOutputStream java = new ByteArrayOutputStream();
        int offset = 0;
        for (int index = 0; index < structs.size(); index++) {
            byte[] written = write(structs.get(index), values.get(index));
            byte[] expected = Arrays.copyOfRange(c, offset, offset + written.length);
            assertThat(written).as(describe(structs.get(index))).isEqualTo(expected);
            checkReading(structs.get(index), values.get(index), expected);
            java.write(written);
            offset += written.length;
        }
        assertThat(offset).isEqualTo(c.length);
        assertThat(program.read(java.toByteArray())).as(origin).isEmpty();
    }

    private void checkLayouts(List<CStruct> structs) throws IOException, ReflectiveOperationException {
        List<String> expected = program.layouts();
        for (int index = 0; index < structs.size(); index++) {
            assertThat(layout(structs.get(index)))
                    .as(describe(structs.get(index)))
                    .isEqualTo(expected.get(index));
            checkForeignLayout(structs.get(index));
        }
    }

    private String layout(CStruct struct) throws ReflectiveOperationException {
        List<String> numbers =
                new ArrayList<>(List.of(constant(struct, "BYTE_SIZE"), constant(struct, "BYTE_ALIGNMENT")));
        for (CStruct.Member member : struct.members()) {
            if (!(member.type() instanceof CStruct.Bits)) {
                numbers.add(constant(struct, "OFFSET_" + member.name().toUpperCase(Locale.ROOT)));
            }
        }
        return String.join(" ", numbers);
    }

    /** What the view tells {@code java.lang.foreign}: making it fails where a member is not aligned. */
    private void checkForeignLayout(CStruct struct) throws ReflectiveOperationException {
        MemoryLayout layout = (MemoryLayout) view(struct).getMethod("layout").invoke(null);
        assertThat(layout.byteSize() + " " + layout.byteAlignment())
                .as(describe(struct))
                .isEqualTo(constant(struct, "BYTE_SIZE") + " " + constant(struct, "BYTE_ALIGNMENT"));
    }

    private String constant(CStruct struct, String name) throws ReflectiveOperationException {
        return view(struct).getField(name).get(null).toString();
    }

    private Class<?> view(CStruct struct) throws ClassNotFoundException {
        return loader.loadClass("p." + struct.name() + "View");
    }

    private byte[] write(CStruct struct, List<CValue> values) throws ReflectiveOperationException {
        byte[] bytes = new byte[Integer.parseInt(constant(struct, "BYTE_SIZE"))];
        Object view = at(struct, bytes);
        for (CValue value : values) {
            value.set(view);
        }
        return bytes;
    }

    private void checkReading(CStruct struct, List<CValue> values, byte[] bytes) throws ReflectiveOperationException {
        Object view = at(struct, bytes);
        for (CValue value : values) {
            assertThat(value.isIn(view))
                    .as("%s: %s in %s", describe(struct), value, view)
                    .isTrue();
        }
    }

    private Object at(CStruct struct, byte[] bytes) throws ReflectiveOperationException {
        return view(struct).getMethod("at", Memory.class).invoke(null, Memory.of(MemorySegment.ofArray(bytes)));
    }

    private String describe(CStruct struct) {
        return origin + "\n" + CStructText.java(struct) + CStructText.c(struct);
    }
}

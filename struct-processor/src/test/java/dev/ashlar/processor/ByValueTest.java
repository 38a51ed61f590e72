package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random structs that C functions take and return by value, with their layouts: nested structs, arrays and bit-fields
 * decide in which registers they go. {@code -Dashlar.seed=…} draws others.
 */
@SuppressWarnings("restricted") // calling C is what this test is about
class ByValueTest {
    private static final int DRAWN = Integer.getInteger("ashlar.drawn", 300);

    @TempDir
    private Path folder;

    @Test
    void structs_whenPlain_areTakenAndReturnedByValue() throws Throwable {
        long seed = Long.getLong("ashlar.seed", 4_711_081_536L);
        Random random = new Random(seed);
        List<CStruct> drawn = new RandomStructs(random).make(DRAWN);
        List<CStruct> structs = drawn.stream().filter(ByValueTest::isPlain).toList();
        // Else the test would say nothing.
        assertThat(structs).hasSizeGreaterThan(40);
        assertThat(structs.stream().anyMatch(struct -> has(struct, CStruct.Nested.class)))
                .as("Nested")
                .isTrue();
        assertThat(structs.stream().anyMatch(struct -> has(struct, CStruct.Array.class)))
                .as("Array")
                .isTrue();
        assertThat(structs.stream().anyMatch(struct -> has(struct, CStruct.Bits.class)))
                .as("Bits")
                .isTrue();
        assertThat(structs.stream().anyMatch(struct -> has(struct, CStruct.OneOf.class)))
                .as("OneOf")
                .isTrue();
        assertThat(structs.stream().anyMatch(CStruct::hasArms)).as("arms").isTrue();
        System.out.println("structs that are passed by value: count=" + structs.size() + " seed=" + seed);
        List<List<CValue>> values = new ArrayList<>();
        structs.forEach(struct -> values.add(CValue.of(struct, random)));
        Path library = compileFunctions(structs, values);
        ClassLoader loader = compileViews(withNamed(structs, drawn));
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup functions = SymbolLookup.libraryLookup(library, arena);
            for (int index = 0; index < structs.size(); index++) {
                CStruct struct = structs.get(index);
                Class<?> view = loader.loadClass("p." + struct.name() + "View");
                String what = "seed=" + seed + "\n" + CStructText.java(struct) + CStructText.c(struct);
                checkTaken(functions, struct, view, values.get(index), what, arena);
                checkReturned(functions, struct, view, values.get(index), what, arena);
            }
        }
    }

    private static void checkTaken(
            SymbolLookup functions, CStruct struct, Class<?> view, List<CValue> values, String what, Arena arena)
            throws Throwable {
        MemoryLayout layout = layout(view);
        MethodHandle takes =
                function(functions, "takes_" + struct.name(), FunctionDescriptor.of(ValueLayout.JAVA_INT, layout));
        MemorySegment segment = arena.allocate(layout);
        Object written = at(view, segment);
        for (CValue value : values) {
            value.set(written);
        }
        assertThat((int) takes.invokeExact(segment))
                .as("%s: number of the value that C finds different", what)
                .isZero();
    }

    private static void checkReturned(
            SymbolLookup functions, CStruct struct, Class<?> view, List<CValue> values, String what, Arena arena)
            throws Throwable {
        MethodHandle returns = function(functions, "returns_" + struct.name(), FunctionDescriptor.of(layout(view)));
        Object returned = at(view, (MemorySegment) returns.invokeExact((SegmentAllocator) arena));
        for (CValue value : values) {
            assertThat(value.isIn(returned))
                    .as("%s: %s in %s", what, value, returned)
                    .isTrue();
        }
    }

    private Path compileFunctions(List<CStruct> structs, List<List<CValue>> values) throws IOException {
        StringBuilder source = new StringBuilder("#include <stdint.h>\n#include <string.h>\n");
        RandomStructs.CHOICES.forEach(choice -> source.append(CStructText.c(choice)));
        for (int index = 0; index < structs.size(); index++) {
            CStruct struct = structs.get(index);
            source.append(CStructText.c(struct));
            source.append("int takes_%s(%s s) {\n".formatted(struct.name(), struct.cName()));
            for (int value = 0; value < values.get(index).size(); value++) {
                String condition = values.get(index).get(value).condition();
                source.append("    if (!(%s)) return %d;\n".formatted(condition, value + 1));
            }
            source.append("    return 0;\n}\n");
            source.append("%2$s returns_%1$s(void) {\n    %2$s s; memset(&s, 0, sizeof s);\n"
                    .formatted(struct.name(), struct.cName()));
            values.get(index)
                    .forEach(value ->
                            source.append("    ").append(value.setting()).append('\n'));
            source.append("    return s;\n}\n");
        }
        Path file = Files.writeString(folder.resolve("functions.c"), source);
        CCompiler.orSkip(folder).compile(file, "-w", "-std=gnu11", "-shared", "-fPIC", "-o", "libfunctions.so");
        return folder.resolve("libfunctions.so");
    }

    /** The structs, and those of {@code drawn} that they hold or refer to, which need not be plain. */
    private static Collection<CStruct> withNamed(List<CStruct> structs, List<CStruct> drawn) {
        Map<String, CStruct> byName = new HashMap<>();
        drawn.forEach(struct -> byName.put(struct.name(), struct));
        Set<CStruct> named = new LinkedHashSet<>();
        Deque<CStruct> open = new ArrayDeque<>(structs);
        while (!open.isEmpty()) {
            CStruct struct = open.remove();
            if (named.add(struct)) {
                struct.members().forEach(member -> addNamed(member.type(), byName, open));
            }
        }
        return named;
    }

    private static void addNamed(CStruct.Type type, Map<String, CStruct> byName, Deque<CStruct> found) {
        switch (type) {
            case CStruct.Nested nested -> found.add(nested.struct());
            case CStruct.Array array -> addNamed(array.element(), byName, found);
            case CStruct.Tail tail -> addNamed(tail.element(), byName, found);
            case CStruct.Reference reference ->
                found.add(Objects.requireNonNull(byName.get(reference.target()), reference.target()));
            case CStruct.OneOf oneOf ->
                oneOf.variants().stream()
                        .flatMap(variant -> variant.members().stream())
                        .forEach(member -> addNamed(member.type(), byName, found));
            default -> {}
        }
    }

    private static ClassLoader compileViews(Collection<CStruct> structs) {
        List<String> sources = new ArrayList<>();
        RandomStructs.CHOICES.forEach(choice -> sources.add(Snippet.inPackage(choice.declaration())));
        sources.add(Snippet.inPackage(CodedType.CODEC));
        structs.forEach(struct -> sources.add(Snippet.inPackage(CStructText.java(struct))));
        return Compiled.of(sources.toArray(String[]::new)).loader();
    }

    private static MethodHandle function(SymbolLookup functions, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(functions.find(name).orElseThrow(), descriptor);
    }

    private static MemoryLayout layout(Class<?> view) throws ReflectiveOperationException {
        return (MemoryLayout) view.getMethod("layout").invoke(null);
    }

    private static Object at(Class<?> view, MemorySegment segment) throws ReflectiveOperationException {
        return view.getMethod("at", Memory.class).invoke(null, Memory.of(segment));
    }

    /** What the Javadoc of {@code layout()} asks of structs that go by value. */
    private static boolean isPlain(CStruct struct) {
        return !struct.packed()
                && struct.pack() == 0
                && struct.align() == 1
                && !struct.bigEndian()
                && struct.members().stream().noneMatch(CStruct.Member::turned)
                && struct.members().stream().allMatch(member -> member.align() == 1 && isPlain(member.type()));
    }

    private static boolean isPlain(CStruct.Type type) {
        return switch (type) {
            case CStruct.Nested nested -> isPlain(nested.struct());
            case CStruct.Array array -> isPlain(array.element());
            case CStruct.OneOf oneOf -> oneOf.variants().stream().allMatch(ByValueTest::isPlain);
            case CStruct.Tail tail -> false;
            default -> true;
        };
    }

    private static boolean has(CStruct struct, Class<? extends CStruct.Type> type) {
        return struct.members().stream().anyMatch(member -> type.isInstance(member.type()));
    }
}

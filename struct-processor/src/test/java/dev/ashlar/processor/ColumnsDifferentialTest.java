package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructArray;
import dev.ashlar.struct.StructColumns;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random structs in columns against the same structs in arrays, whose bytes {@link DifferentialTest} holds against C.
 * {@code -Dashlar.seed=…} draws others; {@code -Dashlar.structs=…} says how many.
 */
class ColumnsDifferentialTest {
    private static final int STRUCTS = Integer.getInteger("ashlar.structs", 60);
    private static final int ROWS = 3;

    private final long seed = Long.getLong("ashlar.seed", 7_130_449_381L);
    private final Random random = new Random(seed);

    @Test
    void columns_whenRandom_holdWhatArraysHold() throws ReflectiveOperationException {
        List<CStruct> structs = new RandomStructs(random).make(STRUCTS);
        List<String> sources = new ArrayList<>();
        RandomStructs.CHOICES.forEach(choice -> sources.add(Snippet.inPackage(choice.declaration())));
        sources.add(Snippet.inPackage(CodedType.CODEC));
        structs.forEach(struct -> sources.add(Snippet.inPackage(java(struct))));
        ClassLoader loader = Compiled.of(sources.toArray(String[]::new)).loader();
        List<CStruct> checked =
                structs.stream().filter(ColumnsDifferentialTest::hasColumns).toList();
        assertThat(checked).hasSizeGreaterThan(STRUCTS / 4);
        for (CStruct struct : checked) {
            check(struct, loader);
        }
    }

    private <R> void check(CStruct struct, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("p." + struct.name() + "Columns");
        StructArray<R, ?> array = array(struct, loader);
        for (int index = 0; index < ROWS; index++) {
            Object view = array.get(index);
            for (CValue value : CValue.of(struct, random)) {
                value.set(view);
            }
        }
        byte[] expected = array.memory().loadBytes();
        StructColumns<R, ?> copied = columns(type);
        type.getMethod("copyFrom", array.getClass()).invoke(copied, array);
        StructColumns<R, ?> set = columns(type);
        StructArray<R, ?> read = array(struct, loader);
        for (int index = 0; index < ROWS; index++) {
            set.set(index, array.read(index));
            read.set(index, copied.read(index));
            assertThat((Object) set.get(index)).as(describe(struct)).isEqualTo(copied.get(index));
        }
        assertThat(read.memory().loadBytes()).as(describe(struct)).isEqualTo(expected);
        assertThat(set.memory().loadBytes())
                .as(describe(struct))
                .isEqualTo(copied.memory().loadBytes());
        StructArray<R, ?> back = array(struct, loader);
        type.getMethod("copyTo", array.getClass()).invoke(set, back);
        assertThat(back.memory().loadBytes()).as(describe(struct)).isEqualTo(expected);
    }

    @SuppressWarnings("unchecked") // the array of a struct is one
    private static <R> StructArray<R, ?> array(CStruct struct, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> view = loader.loadClass("p." + struct.name() + "View");
        long byteSize = (long) view.getField("BYTE_SIZE").get(null);
        return (StructArray<R, ?>) place(loader.loadClass("p." + struct.name() + "Array"), ROWS * byteSize);
    }

    @SuppressWarnings("unchecked") // the columns of a struct are such
    private static <R> StructColumns<R, ?> columns(Class<?> type) throws ReflectiveOperationException {
        long byteSize = (long) type.getMethod("byteSize", long.class).invoke(null, (long) ROWS);
        return (StructColumns<R, ?>) place(type, byteSize);
    }

    private static Object place(Class<?> type, long byteSize) throws ReflectiveOperationException {
        Memory memory = Memory.of(MemorySegment.ofArray(new byte[(int) byteSize]));
        return type.getMethod("at", Memory.class, long.class, long.class).invoke(null, memory, 0L, (long) ROWS);
    }

    private static String java(CStruct struct) {
        String plain = CStructText.java(struct);
        return hasColumns(struct)
                ? plain.replace("@Struct(", "@Struct(columns = true, ").replace("true, )", "true)")
                : plain;
    }

    /** Bit-fields, unions and tails have none; in the structs of an array they are of no account. */
    private static boolean hasColumns(CStruct struct) {
        return !struct.hasArms()
                && struct.members().stream()
                        .map(CStruct.Member::type)
                        .allMatch(type -> type instanceof CStruct.Nested nested
                                ? hasColumns(nested.struct())
                                : !(type instanceof CStruct.Bits
                                        || type instanceof CStruct.Tag
                                        || type instanceof CStruct.Tail));
    }

    private String describe(CStruct struct) {
        return "seed=" + seed + "\n" + java(struct);
    }
}

package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arrays inside structs, in each byte order. */
class ElementsTest {
    private static final String ALL = """
            @Struct record All(
                    @Length(2) byte[] a, @Length(2) short[] b, @Length(2) int[] c, @Length(2) long[] d,
                    @Length(2) float[] e, @Length(2) double[] f, @Length(2) boolean[] g, @Length(2) char[] h,
                    @Length(2) @Stored(StorageType.U16) int[] i, @Length(2) @Stored(StorageType.U8) char[] j,
                    @Length(2) @Stored(StorageType.U32) long[] k, @Length(2) Color[] l,
                    @Length(2) @Stored(StorageType.U8) short[] m) {}
            """;
    private static final String COLOR = "enum Color { RED, GREEN }";
    private static final String VALUE = """
            All value = new All(new byte[] {1, -1}, new short[] {2, -2}, new int[] {3, -3}, new long[] {4, -4},
                    new float[] {-0f, Float.MIN_VALUE}, new double[] {-0.0, Double.MAX_VALUE}, new boolean[] {true, false},
                    new char[] {'\\0', '\\uffff'}, new int[] {0, 65535}, new char[] {'a', 'ÿ'},
                    new long[] {0, 0xffff_ffffL}, new Color[] {Color.GREEN, Color.RED}, new short[] {0, 255});
            """;

    @Test
    void readWrite_whenArrays_isExact() {
        for (String order : new String[] {"LITTLE_ENDIAN", "BIG_ENDIAN", "NATIVE"}) {
            Snippet.run(VALUE + """
                    AllView view = AllView.allocate(allocator, value);
                    assertThat(view.read()).usingRecursiveComparison().isEqualTo(value);
                    assertThat(view).isEqualTo(AllView.allocate(allocator, value))
                            .hasSameHashCodeAs(AllView.allocate(allocator, value));
                    assertThat(view.toString()).startsWith("All[a=[1, -1], b=[2, -2]").contains("l=[GREEN, RED]");
                    assertThat(view.c(1)).isEqualTo(-3);
                    assertThat(view.c(1L, 7).c(1L)).isEqualTo(7);
                    assertThat(view.g(1)).isFalse();
                    assertThat(view.k(1)).isEqualTo(0xffff_ffffL);
                    assertThat(view.l(0)).isEqualTo(Color.GREEN);
                    assertThat(view).isNotEqualTo(AllView.allocate(allocator, value));
                    int[] target = new int[2];
                    assertThat(view.cTo(target)).isSameAs(target).containsExactly(3, 7);
                    assertThat(view.cFrom(new int[] {8, 9}).c(0)).isEqualTo(8);
                    """, ALL.replace("@Struct", "@Struct(order = StructOrder." + order + ")"), COLOR);
        }
    }

    @Test
    void accessors_neverReturnAHeapArrayUnderTheNameOfTheComponent() throws ReflectiveOperationException {
        ClassLoader loader = Compiled.of(Snippet.inPackage(ALL.replace("Color", "Thread.State")))
                .loader();
        assertThat(loader.loadClass("p.AllView").getMethods())
                .filteredOn(method -> method.getReturnType().isArray())
                .allMatch(method -> switch (method.getParameterCount()) {
                    case 0 -> method.getName().endsWith("ToArray");
                    case 1 -> method.getName().endsWith("To");
                    default -> false;
                });
    }
}

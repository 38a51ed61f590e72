package dev.ashlar.tests.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.struct.StructOrder;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Arrays inside structs. */
class ElementsTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    @SuppressWarnings("EnumOrdinal") // it is what is stored
    void byteOrder_whenBig_isThatOfByteBuffer() {
        ArrayKindsBig value = new ArrayKindsBig(
                new byte[] {1, -1},
                new short[] {2, -2},
                new int[] {3, -3},
                new long[] {4, -4},
                new float[] {-0f, Float.MIN_VALUE},
                new double[] {-0.0, Double.MAX_VALUE},
                new boolean[] {true, false},
                new char[] {'\0', '\uffff'},
                new int[] {0, 65535},
                new char[] {'a', 'ÿ'},
                new long[] {0, 0xffff_ffffL},
                new Color[] {Color.GREEN, Color.RED},
                new short[] {0, 255});
        ArrayKindsBigView view = ArrayKindsBigView.allocate(allocator, value);
        ByteBuffer bytes = ByteBuffer.allocate((int) ArrayKindsBigView.BYTE_SIZE);
        bytes.put((int) ArrayKindsBigView.OFFSET_A, value.a());
        bytes.asIntBuffer();
        for (int i = 0; i < 2; i++) {
            bytes.putShort((int) ArrayKindsBigView.OFFSET_B + 2 * i, value.b()[i]);
            bytes.putInt((int) ArrayKindsBigView.OFFSET_C + 4 * i, value.c()[i]);
            bytes.putLong((int) ArrayKindsBigView.OFFSET_D + 8 * i, value.d()[i]);
            bytes.putFloat((int) ArrayKindsBigView.OFFSET_E + 4 * i, value.e()[i]);
            bytes.putDouble((int) ArrayKindsBigView.OFFSET_F + 8 * i, value.f()[i]);
            bytes.put((int) ArrayKindsBigView.OFFSET_G + i, (byte) (value.g()[i] ? 1 : 0));
            bytes.putChar((int) ArrayKindsBigView.OFFSET_H + 2 * i, value.h()[i]);
            bytes.putChar((int) ArrayKindsBigView.OFFSET_I + 2 * i, (char) value.i()[i]);
            bytes.put((int) ArrayKindsBigView.OFFSET_J + i, (byte) value.j()[i]);
            bytes.putInt((int) ArrayKindsBigView.OFFSET_K + 4 * i, (int) value.k()[i]);
            bytes.putInt((int) ArrayKindsBigView.OFFSET_L + 4 * i, value.l()[i].ordinal());
            bytes.put((int) ArrayKindsBigView.OFFSET_M + i, (byte) value.m()[i]);
        }
        assertThat(view.memory().loadBytes()).isEqualTo(bytes.array());
    }

    @Test
    void byteOrder_whenScalarsAreBig_isThatOfByteBuffer() {
        Big value = new Big(
                (byte) 1,
                (short) 0x102,
                0x1020304,
                0x102030405060708L,
                1.5f,
                2.5,
                'x',
                0xfedcba98L,
                MemorySegment.ofAddress(0x1122334455L));
        BigView view = BigView.allocate(allocator, value);
        ByteBuffer bytes = ByteBuffer.allocate((int) BigView.BYTE_SIZE);
        bytes.put(0, value.a())
                .putShort(2, value.b())
                .putInt(4, value.c())
                .putLong(8, value.d())
                .putFloat(16, value.e())
                .putDouble(24, value.f())
                .putChar(32, value.g())
                .putInt(36, (int) value.h())
                .putLong(40, value.i().address());
        assertThat(view.memory().loadBytes()).isEqualTo(bytes.array());
        assertThat(view.read()).isEqualTo(value);
        assertThat(BigView.type().order()).isEqualTo(StructOrder.BIG_ENDIAN);
        assertThat(BigView.type().components().get(1)).hasToString("b: I16 big-endian at 2");
        assertThat(BigView.layout().toString()).contains("I4(c)");
    }

    @Test
    void access_whenIndexIsOutside_throws() {
        ArrayKinds value = new ArrayKinds(
                new byte[] {1, -1},
                new short[] {2, -2},
                new int[] {3, -3},
                new long[] {4, -4},
                new float[] {-0f, Float.MIN_VALUE},
                new double[] {-0.0, Double.MAX_VALUE},
                new boolean[] {true, false},
                new char[] {'\0', '\uffff'},
                new int[] {0, 65535},
                new char[] {'a', 'ÿ'},
                new long[] {0, 0xffff_ffffL},
                new Color[] {Color.GREEN, Color.RED},
                new short[] {0, 255});
        ArrayKindsView view = ArrayKindsView.allocate(allocator, value);
        for (long index : new long[] {-1, 2, 1L << 32, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> view.c(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> view.c(index, 5)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> view.l(index, Color.RED)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(view.read()).usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void from_whenRefused_changesNothing() {
        ArrayKinds value = new ArrayKinds(
                new byte[] {1, -1},
                new short[] {2, -2},
                new int[] {3, -3},
                new long[] {4, -4},
                new float[] {-0f, Float.MIN_VALUE},
                new double[] {-0.0, Double.MAX_VALUE},
                new boolean[] {true, false},
                new char[] {'\0', '\uffff'},
                new int[] {0, 65535},
                new char[] {'a', 'ÿ'},
                new long[] {0, 0xffff_ffffL},
                new Color[] {Color.GREEN, Color.RED},
                new short[] {0, 255});
        ArrayKindsView view = ArrayKindsView.allocate(allocator, value);
        byte[] before = view.memory().loadBytes();
        assertThatThrownBy(() -> view.iFrom(new int[] {1, 65536}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=i[1] value=65536");
        assertThatThrownBy(() -> view.lFrom(new Color[] {Color.RED, null}))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=l[1]");
        assertThatThrownBy(() -> view.cFrom(new int[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.cTo(new int[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.cFrom(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> view.write(new ArrayKinds(
                        new byte[2],
                        value.b(),
                        value.c(),
                        value.d(),
                        value.e(),
                        value.f(),
                        value.g(),
                        value.h(),
                        value.i(),
                        value.j(),
                        value.k(),
                        value.l(),
                        new short[] {0, 256})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=m[1]");
        assertThat(view.memory().loadBytes()).isEqualTo(before);
    }

    @Test
    void structArray_isAnArrayInPlace() {
        PolyView poly = PolyView.allocate(allocator);
        poly.points(2).x(7).y(8);
        assertThat(poly.points().size()).isEqualTo(3);
        assertThat(poly.points().get(2).read()).isEqualTo(new Point(7, 8));
        poly.points().set(0, poly.points(2));
        assertThat(poly.points(0L).y()).isEqualTo(8);
        poly.pointsFrom(new Point[] {new Point(1, 2), new Point(3, 4), new Point(5, 6)});
        assertThat(poly.pointsTo(new Point[3])[1]).isEqualTo(new Point(3, 4));
        assertThatThrownBy(() -> poly.points(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> poly.points().free()).isInstanceOf(IllegalStateException.class);
        poly.points().close();
        assertThat(poly.memory().isAlive()).isTrue();
        assertThat(PolyView.layout()).hasToString("[i4(id)[3:[i4(x)i4(y)](Point)](points)](Poly)");
        assertThat(PolyView.type().layoutTable()).contains("points     Point[3]  struct[3]");
    }
}

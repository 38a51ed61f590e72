package dev.ashlar.tests.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Components stored in a type other than their own: narrow and unsigned numbers, enums, pointers. */
class StorageTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void readWrite_whenNarrow_isExactAtTheLimits() {
        List<Narrow> values = List.of(
                new Narrow((short) 255, 127, 65535, 32767, 0x7fff_ffffL, 0xffff_ffffL, 'ÿ', true, true),
                new Narrow((short) 0, -128, 0, -32768, -0x8000_0000L, 0, '\0', false, false));
        for (Narrow value : values) {
            NarrowView view = NarrowView.allocate(allocator, value);
            assertThat(view.read()).isEqualTo(value);
            assertThat(view).hasToString(value.toString());
        }
        assertThat(NarrowView.BYTE_SIZE).isEqualTo(28);
        NarrowView view = NarrowView.allocate(allocator, values.get(0));
        assertThat(view.memory().loadU8(NarrowView.OFFSET_A)).isEqualTo(255);
        assertThat(view.memory().loadI32(NarrowView.OFFSET_H)).isEqualTo(1);
        view.memory().storeI32(NarrowView.OFFSET_H, 0x100);
        assertThat(view.h()).isTrue();
    }

    @Test
    void write_whenNarrowDoesNotFit_isRefusedAndChangesNothing() {
        Narrow good = new Narrow((short) 1, 2, 3, 4, 5, 6, 'a', true, false);
        NarrowView view = NarrowView.allocate(allocator, good);
        List<Narrow> refused = List.of(
                new Narrow((short) 256, 2, 3, 4, 5, 6, 'b', true, false),
                new Narrow((short) -1, 2, 3, 4, 5, 6, 'b', true, false),
                new Narrow((short) 9, 128, 3, 4, 5, 6, 'b', true, false),
                new Narrow((short) 9, -129, 3, 4, 5, 6, 'b', true, false),
                new Narrow((short) 9, 2, 65536, 4, 5, 6, 'b', true, false),
                new Narrow((short) 9, 2, 3, -32769, 5, 6, 'b', true, false),
                new Narrow((short) 9, 2, 3, 4, 1L << 31, 6, 'b', true, false),
                new Narrow((short) 9, 2, 3, 4, 5, 1L << 32, 'b', true, false),
                new Narrow((short) 9, 2, 3, 4, 5, -1, 'b', true, false),
                new Narrow((short) 9, 2, 3, 4, 5, 6, 'Ā', true, false));
        for (Narrow value : refused) {
            assertThatThrownBy(() -> view.write(value)).isInstanceOf(IllegalArgumentException.class);
            assertThat(view.read()).isEqualTo(good);
        }
        assertThatThrownBy(() -> view.f(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "value does not fit its storage type: struct=dev.ashlar.tests.storage.Narrow component=f value=-1 storageType=U32 min=0"
                                + " max=4294967295");
        assertThat(view.read()).isEqualTo(good);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void enum_whenOrdinal_isStoredAsInC() {
        PaintView view = PaintView.allocate(allocator, new Paint(Color.BLUE, Color.GREEN));
        assertThat(view.memory().loadI32(0)).isEqualTo(2);
        assertThat(view.memory().loadU8(4)).isEqualTo(1);
        assertThat(view.read()).isEqualTo(new Paint(Color.BLUE, Color.GREEN));
        assertThat(view.a(Color.RED).a()).isEqualTo(Color.RED);
        assertThat(view).hasToString("Paint[a=RED, b=GREEN]");
        assertThat(view.a(Color.BLUE)).hasToString("Paint[a=b, b=GREEN]");
        assertThatThrownBy(() -> view.write(new Paint(Color.RED, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=b");
        assertThatThrownBy(() -> view.a(null)).isInstanceOf(NullPointerException.class);
        assertThat(view.a()).isEqualTo(Color.BLUE);
    }

    @Test
    void enum_whenNumberIsUnknown_isAClearError() {
        CoatView view = CoatView.allocate(allocator);
        view.memory().storeI32(0, 3);
        assertThatThrownBy(view::a)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "no constant has the number that is stored; the accessor whose name ends in Number returns it: struct=dev.ashlar.tests.storage.Coat component=a number=3"
                                + " enum=dev.ashlar.tests.storage.Color");
        assertThatThrownBy(view::read).isInstanceOf(IllegalStateException.class);
        assertThat(view).hasToString("Coat[a=3]");
        CoatView same = CoatView.allocate(allocator);
        assertThat(view).isNotEqualTo(same);
        same.memory().storeI32(0, 3);
        assertThat(view).isEqualTo(same).hasSameHashCodeAs(same);
    }

    @Test
    void enum_whenCoded_isStoredByItsCodes() {
        for (Coded coded : Coded.values()) {
            TagView view = TagView.allocate(allocator, new Tag(coded, coded));
            assertThat(view.read()).isEqualTo(new Tag(coded, coded));
        }
        TagView view = TagView.allocate(allocator, new Tag(Coded.A, Coded.B));
        assertThat(view.memory().loadI32(0)).isEqualTo(7);
        assertThat(view.memory().loadI64(8)).isEqualTo(-1);
        view.memory().storeI32(0, 1);
        assertThatThrownBy(view::a).isInstanceOf(IllegalStateException.class).hasMessageContaining("number=1");
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void pointer_isReadBackWithSizeZero() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = arena.allocate(16);
            PointView view = PointView.allocate(allocator, new Point(1, target));
            assertThat(PointView.BYTE_SIZE).isEqualTo(16);
            assertThat(view.memory().loadI64(8)).isEqualTo(target.address());
            assertThat(view.to()).isEqualTo(MemorySegment.ofAddress(target.address()));
            assertThat(view.to().byteSize()).isZero();
            assertThat(view).isEqualTo(PointView.allocate(allocator, view.read()));
            assertThatThrownBy(() -> view.write(new Point(2, MemorySegment.ofArray(new byte[4]))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("component=to");
            assertThatThrownBy(() -> view.to(null)).isInstanceOf(NullPointerException.class);
            assertThat(view.id()).isEqualTo(1);
            assertThat(view.to(MemorySegment.NULL).to()).isEqualTo(MemorySegment.NULL);
            assertThat(PointView.layout()).hasToString("[i4(id)x4a8(to)](Point)");
        }
    }

    @Test
    void shortForms_storeAsTheLongOneDoes() {
        Allocator heap = LinkedListAllocator.over(LinearMemory.create(1));
        Formats most = new Formats(
                255,
                65_535,
                0xFFFF_FFFFL,
                new short[] {0, 128, 255},
                Color.RED,
                '\uFFFF',
                Ref.none(),
                65_535,
                true,
                new int[] {65_535});
        FormatsView view = FormatsView.allocate(heap, most);
        assertThat(view.level()).isEqualTo(255);
        assertThat(view.size()).isEqualTo(0xFFFF_FFFFL);
        assertThat(view.rgb(2)).isEqualTo((short) 255);
        assertThat(view.rest(0)).isEqualTo(65_535);
        assertThat(view.read().maybe()).isEqualTo(65_535);
        assertThat(FormatsView.type().component("port").storage()).isEqualTo("U16");
        assertThatThrownBy(() -> view.level(256)).hasMessageContaining("component=level value=256 storageType=U8");
        assertThatThrownBy(() -> view.port(-1)).hasMessageContaining("component=port value=-1 storageType=U16");
        assertThatThrownBy(() -> view.size(1L << 32))
                .hasMessageContaining("component=size value=4294967296 storageType=U32");
    }
}

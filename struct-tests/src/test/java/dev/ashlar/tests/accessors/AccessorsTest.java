package dev.ashlar.tests.accessors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Accessors in the style of beans, which Kotlin classes have and other structs may ask for. */
class AccessorsTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void accessors_whenBean_areGettersSettersAndComponents() {
        Thing thing =
                new Thing(1, true, new int[] {1, 2}, new Color[] {Color.RED}, Color.RED, Ref.none(), 5, 6, true, 0);
        ThingView view = ThingView.allocate(allocator, thing);
        view.setId(7).setOpen(false).setNext(view).setClass(8).setReady(false);
        view.getXs().set(1, 9);
        view.getColors().set(0, Color.GREEN);
        assertThat(view.getId() + view.component1()).isEqualTo(14);
        assertThat(view.isOpen() || view.isReady()).isFalse();
        assertThat(view.getNext().getNextAddress()).isEqualTo(view.getNextRef().address());
        assertThat(view.getXs()).containsExactly(1, 9);
        assertThat(view.component4()).containsExactly(Color.GREEN);
        assertThat(view.getClass_() + view.component7()).isEqualTo(16);
        assertThat(view.getIsNumber()).isEqualTo(6);
        assertThat(view.countGetAndAdd(1)).isZero();
        assertThat(view.getCount()).isEqualTo(1);
        assertThat(view.read().isReady()).isFalse();
    }

    @Test
    void accessors_whenBean_takeTheNextNameThatIsFree() {
        TwinsView view = TwinsView.allocate(allocator, new Twins(1, 2, true, false, 3));
        assertThat(view.getXY() * 10 + view.getXY_()).isEqualTo(12);
        view.setXY(5).setXY_(6).setOpen(false).setOpen_(true).setOpened(7);
        assertThat(view.read()).isEqualTo(new Twins(5, 6, false, true, 7));
    }
}

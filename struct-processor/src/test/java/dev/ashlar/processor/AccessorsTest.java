package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Accessors in the style of beans, which classes of Kotlin have and others may ask for. */
class AccessorsTest {
    @Test
    void accessors_whenBean_areGettersSettersAndComponents() {
        Snippet.run(
                """
                Thing thing = new Thing(1, true, new int[] {1, 2}, new Color[] {Color.RED}, Color.RED, Ref.none(), 5, 6, true, 0);
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
                """,
                "@Struct(accessors = StructAccessors.BEAN) record Thing(int id, boolean isOpen, @Length(2) int[] xs,"
                        + " @Length(1) Color[] colors, Color color, Ref<Thing> next, int Class, int isNumber,"
                        + " @Bits(1) boolean isReady, @Atomic int count) {}",
                "enum Color { RED, GREEN }");
    }

    @Test
    void accessors_whenBean_takeTheNextNameThatIsFree() {
        Snippet.run(
                """
                ThingView view = ThingView.allocate(allocator, new Thing(1, 2, true, false, 3));
                assertThat(view.getXY() * 10 + view.getXY_()).isEqualTo(12);
                view.setXY(5).setXY_(6).setOpen(false).setOpen_(true).setOpened(7);
                assertThat(view.read()).isEqualTo(new Thing(5, 6, false, true, 7));
                """,
                "@Struct(accessors = StructAccessors.BEAN)"
                        + " record Thing(int xY, int XY, boolean isOpen, boolean open, int opened) {}");
    }

    @Test
    void accessors_whenRecordIsAskedFor_areThose() {
        assertThat(Compiled.of(Snippet.inPackage("@Struct(accessors = StructAccessors.RECORD) record Thing(int id) {}"))
                        .generatedSource("p.ThingView"))
                .contains("public int id() {")
                .doesNotContain("component1", "NullMarked");
    }
}

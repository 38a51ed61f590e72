package dev.ashlar.tests.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructColumn;
import dev.ashlar.struct.StructConstant;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The list of all columns, as code for any struct sees it. */
class ColumnListTest {
    @Test
    void columns_describeEachColumn() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            ListedOrderColumns orders = ListedOrderColumns.allocate(LinkedListAllocator.over(memory), 20);
            List<StructColumn> columns = orders.columns();
            assertThat(columns)
                    .extracting(StructColumn::path)
                    .containsExactly("columns", "start.x", "start.y", "side", "sizes", "age");
            assertThat(columns)
                    .extracting(StructColumn::name)
                    .containsExactly("columns", "startX", "startY", "side", "sizes", "age");
            assertThat(columns).extracting(StructColumn::elementByteSize).containsExactly(8L, 8L, 8L, 4L, 6L, 4L);
            assertThat(columns).extracting(StructColumn::size).containsOnly(20L);
            assertThat(columns).extracting(StructColumn::struct).containsOnly(ListedOrderView.type());
            assertThat(columns.get(1).component().storageType()).isEqualTo(StorageType.F64);
            assertThat(columns.get(3).component().constants())
                    .extracting(StructConstant::name)
                    .containsExactly("BUY", "SELL");
            assertThat(columns.get(1)).hasToString("start.x: F64 x 20");
            assertThat(columns.get(1).segment()).isEqualTo(orders.startXColumn());
            assertThat(columns.get(1).validity()).isNull();
            assertThat(columns.get(5).validity()).isEqualTo(orders.ageValidity());
        }
    }

    @Test
    void columns_ofASlice_startAtItsFirstRow() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            ListedOrderColumns orders = ListedOrderColumns.allocate(LinkedListAllocator.over(memory), 20);
            orders.startY(11, 2.5).age(11, 40);
            List<StructColumn> slice = orders.slice(11, 14).columns();
            assertThat(slice.get(2).segment().get(ValueLayout.JAVA_DOUBLE, 0)).isEqualTo(2.5);
            assertThat(slice.get(2).size()).isEqualTo(3);
            assertThat(slice.get(5).validityOffset()).isEqualTo(3);
            assertThat(Objects.requireNonNull(slice.get(5).validity()).get(ValueLayout.JAVA_BYTE, 0))
                    .isEqualTo((byte) (1 << 3));
        }
    }

    @Test
    void columns_ofFreedOrNoRows() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            ListedOrderColumns none = ListedOrderColumns.allocate(LinkedListAllocator.over(memory), 0);
            assertThat(none.columns())
                    .allSatisfy(
                            column -> assertThat(column.segment().byteSize()).isZero());
            none.free();
            assertThatIllegalStateException().isThrownBy(none::columns);
        }
    }
}

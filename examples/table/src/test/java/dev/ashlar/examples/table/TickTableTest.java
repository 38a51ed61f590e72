package dev.ashlar.examples.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table against the answers of a list of records. */
class TickTableTest {
    private static final int ROWS = 20_000;

    static Stream<Named<IntFunction<TickTable>>> tables() {
        return Stream.of(
                Named.of("objects", ObjectTable::new),
                Named.of("rows", RowTable::new),
                Named.of("columns", ColumnTable::new));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void table_answersAsAListOfRecordsDoes(IntFunction<TickTable> maker) {
        List<Tick> records = new ArrayList<>();
        Market market = new Market(7);
        try (TickTable table = maker.apply(ROWS)) {
            for (int i = 0; i < ROWS; i++) {
                market.next();
                table.set(i, market);
                records.add(new Tick(market.time(), market.price(), market.quantity(), market.symbol(), market.side()));
            }
            double turnover = 0;
            long[] volumes = new long[Market.SYMBOLS];
            for (Tick tick : records) {
                turnover += tick.price() * tick.quantity();
                volumes[tick.symbol()] += tick.quantity();
            }
            assertThat(table.turnover()).isEqualTo(turnover);
            assertThat(table.countSales(500))
                    .isEqualTo(records.stream()
                            .filter(tick -> tick.side() == Side.SELL && tick.quantity() >= 500)
                            .count())
                    .isPositive();
            long[] sums = new long[Market.SYMBOLS];
            table.addVolumes(sums);
            assertThat(sums).containsExactly(volumes);
            assertThat(table.last()).isEqualTo(records.getLast());
        }
    }

    @Test
    void market_isTheSameForTheSameSeed() {
        Market one = new Market(3);
        Market other = new Market(3);
        long before = 0;
        for (int i = 0; i < 1_000; i++) {
            one.next();
            other.next();
            assertThat(one.price()).isEqualTo(other.price()).isPositive();
            assertThat(one.time()).isEqualTo(other.time()).isGreaterThanOrEqualTo(before);
            assertThat(one.symbol()).isBetween(0, Market.SYMBOLS - 1);
            assertThat(one.quantity()).isPositive();
            before = one.time();
        }
    }
}

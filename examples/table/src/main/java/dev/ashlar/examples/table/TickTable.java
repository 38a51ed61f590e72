package dev.ashlar.examples.table;

/** A table of a fixed number of ticks, however they are kept. */
public sealed interface TickTable extends AutoCloseable permits ObjectTable, RowTable, ColumnTable {
    /** Stores the current trade of {@code market} at {@code index}. */
    void set(int index, Market market);

    /** Price times quantity of all trades: reads two of five components. */
    double turnover();

    /** How many trades are sales of at least {@code quantity} shares. */
    long countSales(int quantity);

    /** The shares traded of each symbol, added to {@code volumes}. */
    void addVolumes(long[] volumes);

    /** The last tick: reads one whole row. */
    Tick last();

    /** The bytes that it takes outside the Java heap. */
    long offHeapByteSize();

    @Override
    void close();
}

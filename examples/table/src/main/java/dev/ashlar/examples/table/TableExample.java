package dev.ashlar.examples.table;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Millions of ticks as objects, as rows and as columns: loaded, summed, filtered and grouped, side by side. */
public final class TableExample {
    private final PrintStream out;
    private final PrintStream progress;

    TableExample(PrintStream out, PrintStream progress) {
        this.out = out;
        this.progress = progress;
    }

    /** The argument is the number of rows. */
    public static void main(String[] args) {
        new TableExample(System.out, System.err).run(rows(args));
    }

    private static int rows(String[] args) {
        int rows = args.length == 0 ? 10_000_000 : Integer.parseInt(args[0]);
        if (rows < 1) {
            throw new IllegalArgumentException("a table needs at least one row: rows=" + rows);
        }
        return rows;
    }

    void run(int rows) {
        List<Trial> trials = List.of(
                trial("objects", ObjectTable::new, rows),
                trial("rows", RowTable::new, rows),
                trial("columns", ColumnTable::new, rows));
        Trial objects = trials.getFirst();
        for (Trial trial : trials) {
            if (!trial.agreesWith(objects)) {
                throw new IllegalStateException("the tables do not agree: " + trial + " and " + objects);
            }
        }
        out.printf(Locale.ROOT, "%,d ticks; times as a multiple of those of objects%n%n", rows);
        out.printf("%-34s%24s%24s%24s%n", "", "objects (Tick[])", "rows (TickArray)", "columns (TickColumns)");
        line("on the Java heap", trials, trial -> megabytes(trial.heapByteSize()));
        line("off the Java heap", trials, trial -> megabytes(trial.offHeapByteSize()));
        line("load", trials, trial -> time(trial.load(), objects.load()));
        line("  of it garbage collection", trials, trial -> trial.load().collectionMillis() + " ms");
        line("sum of price x quantity", trials, trial -> time(trial.turnover(), objects.turnover()));
        line("sales of 1 000 and more", trials, trial -> time(trial.largeSales(), objects.largeSales()));
        line("shares of each symbol", trials, trial -> time(trial.volumes(), objects.volumes()));
        line("full garbage collection after", trials, trial -> time(trial.collection(), objects.collection()));
        out.printf(
                Locale.ROOT,
                "%nall agree: turnover %,.2f, %,d large sales, %,d shares of the first symbol, last %s%n",
                objects.turnover().result(),
                objects.largeSales().result(),
                objects.volumes().result()[0],
                objects.load().result());
    }

    private Trial trial(String name, IntFunction<TickTable> maker, int rows) {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("loading " + name)
                .setInitialMax(rows)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(new ConsoleProgressBarConsumer(progress, 80))
                .build()) {
            return Trial.of(name, maker, rows, bar::stepTo);
        }
    }

    private void line(String what, List<Trial> trials, Function<Trial, String> cell) {
        out.printf("%-34s", what);
        for (Trial trial : trials) {
            out.printf("%24s", cell.apply(trial));
        }
        out.println();
    }

    private static String megabytes(long byteSize) {
        return String.format(Locale.ROOT, "%.1f MB", byteSize / 1e6);
    }

    private static String time(Measured<?> measured, Measured<?> objects) {
        double ratio = (double) measured.nanos() / objects.nanos();
        return String.format(Locale.ROOT, "%.1f ms  %.2fx", measured.nanos() / 1e6, ratio);
    }
}

package dev.ashlar.examples.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The program with few rows: what it prints, not how fast it was. */
class TableExampleTest {
    @Test
    void example_printsATableAndProgress() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        new TableExample(print(out), print(progress)).run(50_000);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anySatisfy(line -> assertThat(line).startsWith("50,000 ticks"))
                .anySatisfy(line -> assertThat(line).matches("off the Java heap +0.0 MB +1\\.[23] MB +1\\.[23] MB"))
                .anySatisfy(line -> assertThat(line).matches("sum of price x quantity( +[0-9.]+ ms +[0-9.]+x){3}"))
                .anySatisfy(line -> assertThat(line).matches("all agree: turnover [0-9,.]+, [0-9,]+ large sales, .*"));
        assertThat(progress.toString(StandardCharsets.UTF_8))
                .contains("loading objects", "loading rows", "loading columns", "50000/50000");
    }

    @Test
    void rows_whenThereAreNone_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableExample.main(new String[] {"0"}))
                .withMessageContaining("rows=0");
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

package dev.ashlar.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.arrow.c.ArrowArrayStream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;

/** The example of the guide's chapter on Arrow, which GuideTest of the processor cannot compile. */
class ArrowGuideTest {
    @Test
    void example_runs() throws SQLException {
        long sum;
        try (LinearMemory memory = LinearMemory.create(1);
                DuckDBConnection duck = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:")) {
            SampleColumns samples = SampleColumns.allocate(LinkedListAllocator.over(memory), 100);
            samples.fillId(3);
            // guide
            try (ArrowStream stream = ArrowStream.of(samples)) {
                duck.registerArrowStream("samples", new ArrowArrayStream(stream.address()));
                try (Statement statement = duck.createStatement();
                        ResultSet result = statement.executeQuery("select sum(id) from samples")) {
                    result.next();
                    sum = result.getLong(1);
                }
            }
            samples.free();
            // guide
        }
        assertThat(sum).isEqualTo(300);
    }

    @Test
    void example_isThatOfTheChapter() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/ashlar/arrow/ArrowGuideTest.java"));
        String marker = "            // guide\n";
        int start = source.indexOf(marker) + marker.length();
        String example = source.substring(start, source.indexOf(marker, start)).replaceAll("(?m)^ {12}", "");
        assertThat(Files.readString(Path.of("../docs/guide/arrow.md"))).contains("```\n" + example + "```\n");
    }
}

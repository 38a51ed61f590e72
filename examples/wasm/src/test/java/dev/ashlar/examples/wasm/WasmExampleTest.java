package dev.ashlar.examples.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What README's command prints. */
class WasmExampleTest {
    @Test
    void example_printsEachExchange() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WasmExample(new PrintStream(out, true, StandardCharsets.UTF_8)).run();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "  the guest changed what the host allocated:  Person[id=1, height=1.65, age=37]",
                        "  the host reads what the guest allocated:    Person[id=2, height=1.83, age=42]",
                        "  the guest looked through the host's array:  Person[id=3, height=1.91, age=29]",
                        "  in a block that the guest asked the host for: Person[id=3, height=1.91, age=29]",
                        "  area of Circle[radius=0.5] by the guest: 0.7854",
                        "  the guest made a rectangle of 1.0 by 1.0",
                        "  the guest grew the memory from 2 to 10 pages; the view is still good: Person[id=5, height=1.5, age=7]",
                        "  blocks still live on the host's side: 0")
                .anySatisfy(line -> assertThat(line)
                        .contains("function=birthday arguments=[655352]")
                        .contains("out of bounds memory access"));
    }
}

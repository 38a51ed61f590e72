package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Records put together from good and bad parts: the processor either writes code that compiles or says what is wrong. */
class FuzzTest {
    private static final int ROUNDS = 300;
    private static final List<String> MODIFIERS =
            List.of("", "", "", "public ", "private ", "static ", "sealed ", "final ");
    private static final List<String> KINDS =
            List.of("record", "record", "record", "record", "class", "enum", "interface");
    private static final List<String> ANNOTATIONS = List.of(
            "",
            "",
            "",
            "@Length(4) ",
            "@Length ",
            "@Length(\"x\") ",
            "@Length(-1) ",
            "@Length(1 / 0) ",
            "@Length(value = 3) ",
            "@Length(2) @Length(3) ",
            "@Offset(0) ",
            "@Offset(99999999999L) ",
            "@Offset(Missing.HERE) ",
            "@Missing ",
            "@Deprecated ",
            "@LayoutCheck ",
            "@Struct ");
    private static final List<String> TYPES = List.of(
            "int",
            "int",
            "long",
            "byte",
            "boolean",
            "char",
            "double",
            "String",
            "String",
            "Missing",
            "Missing<String>",
            "java.util.List<Missing>",
            "int[]",
            "T",
            "void",
            "var",
            "Thing",
            "Object",
            "Missing[]",
            "java.util.Map.Entry",
            "?",
            "int...",
            "ThingView",
            "Integer",
            "java.lang.Missing");
    private static final List<String> NAMES =
            List.of("a", "b", "c", "a", "hashCode", "int", "read", "fooBar", "foo_bar", "_", "$", "é", "1x", "type");

    @Test
    void processor_whenStructsAreMalformed_neverThrows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String source = "package p;\nimport dev.ashlar.struct.*;\n" + struct(random);
            Compiled compiled = Compiled.of(source);
            assertThat(compiled.errors())
                    .as(
                            "seed=%s source=%s diagnostics=%s",
                            seed, source, compiled.compilation().diagnostics())
                    .noneMatch(error -> error.startsWith("InternalError") || error.startsWith("CannotWrite"));
            if (compiled.errors().isEmpty()) {
                assertThat(compiled.written())
                        .as("seed=%s source=%s", seed, source)
                        .isNotEmpty();
            }
        }
    }

    private static String struct(Random random) {
        List<String> components = new ArrayList<>();
        for (int count = random.nextInt(5); count > 0; count--) {
            components.add(pick(random, ANNOTATIONS) + pick(random, TYPES) + " " + pick(random, NAMES));
        }
        String check = random.nextInt(4) == 0
                ? "@LayoutCheck(size = " + pick(random, List.of("4", "-1", "x", "1L << 40", "\"\"")) + ") "
                : "";
        String kind = pick(random, KINDS);
        String header = kind.equals("record") ? "(" + String.join(", ", components) + ")" : "";
        String generic = random.nextInt(6) == 0 ? "<T extends Comparable<T>>" : "";
        return check + "@Struct " + pick(random, MODIFIERS) + kind + " Thing" + generic + header + " {}";
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

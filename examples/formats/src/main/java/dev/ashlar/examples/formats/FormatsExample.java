package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists files, by default some that it writes itself. */
public final class FormatsExample {
    private FormatsExample() {}

    /** The arguments are files. */
    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            for (String file : args) {
                print(Path.of(file), System.out);
            }
            return;
        }
        Path folder = Files.createTempDirectory("formats");
        List<Path> files = new ArrayList<>(Samples.in(folder));
        try {
            for (Path file : files) {
                print(file, System.out);
            }
        } finally {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    /** Lists one file. */
    static void print(Path path, PrintStream out) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            out.println("== " + path.getFileName());
            FileFormat.of(Memory.mapReadOnly(path, arena)).print(out);
        }
    }
}

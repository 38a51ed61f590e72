package dev.ashlar.processor;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.stream.Stream;

/**
 * Code that uses generated classes, compiled together with its structs and run: so the tests meet views exactly as a
 * user's code does, with the compiler checking every call.
 */
public interface Snippet {
    /** What the snippet does; {@code allocator} is empty. */
    void run(Allocator allocator) throws Exception;

    /** Runs {@code body} in package {@code p}, beside the top-level types {@code structs}, one source each. */
    static void run(String body, String... structs) {
        String[] sources = Stream.concat(Stream.of(structs).map(Snippet::inPackage), Stream.of(body(body)))
                .toArray(String[]::new);
        run(Compiled.of(sources).loader());
    }

    /** The source of a snippet. */
    static String body(String body) {
        return """
                package p;

                import static org.assertj.core.api.Assertions.assertThat;
                import static org.assertj.core.api.Assertions.assertThatThrownBy;

                import dev.ashlar.alloc.*;
                import dev.ashlar.memory.*;
                import dev.ashlar.struct.*;
                import java.lang.foreign.*;
                import java.lang.invoke.*;
                import java.nio.channels.*;
                import java.nio.file.*;
                import java.util.*;
                import java.util.stream.*;

                public final class Body implements dev.ashlar.processor.Snippet {
                    public Body() {}

                    @Override
                    public void run(Allocator allocator) throws Exception {
                %s
                    }
                }
                """.formatted(body);
    }

    /** Runs the snippet that {@code loader} has. */
    static void run(ClassLoader loader) {
        try (LinearMemory memory = LinearMemory.create(1, 16)) {
            Class<?> type = loader.loadClass("p.Body");
            ((Snippet) type.getConstructor().newInstance()).run(LinkedListAllocator.over(memory));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** A source with the package and the imports that all structs of these tests share. */
    static String inPackage(String type) {
        return "package p;\nimport dev.ashlar.struct.*;\n" + type;
    }
}

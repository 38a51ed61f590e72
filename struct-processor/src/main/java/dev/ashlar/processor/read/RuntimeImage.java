package dev.ashlar.processor.read;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The class files of the JDK that the compiler runs on. */
final class RuntimeImage {
    private static final URI ROOT = URI.create("jrt:/");

    private RuntimeImage() {}

    /** The class file of that name in a package, whatever its module; empty where there is none. */
    static Optional<Path> find(String packageName, String fileName) throws IOException {
        FileSystem image = FileSystems.getFileSystem(ROOT);
        Path modules = image.getPath("/packages", packageName);
        if (packageName.isEmpty() || !Files.isDirectory(modules)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(modules)) {
            List<Path> files = all.map(module -> image.getPath(
                            "/modules", module.getFileName().toString(), packageName.replace('.', '/'), fileName))
                    .filter(Files::exists)
                    .toList();
            return files.stream().findFirst();
        }
    }
}

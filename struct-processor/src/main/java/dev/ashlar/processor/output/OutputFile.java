package dev.ashlar.processor.output;

import java.nio.file.Path;

/** A file that is written for a struct. */
public sealed interface OutputFile {
    /** The whole text of the file. */
    String text();

    /** The name of the file in messages. */
    String name();

    /**
     * A Java class, compiled in the next round.
     *
     * @param className its qualified name
     * @param text all of its source
     */
    record Source(String className, String text) implements OutputFile {
        @Override
        public String name() {
            return className;
        }
    }

    /**
     * A file among the class files.
     *
     * @param path where it belongs under the output of the compiler: {@code include/p/Person.h}
     * @param text all of it
     */
    record Resource(String path, String text) implements OutputFile {
        @Override
        public String name() {
            return path;
        }
    }

    /**
     * A file that the user keeps with the sources. It is written at the end, and only by a compilation without errors.
     *
     * @param path where it belongs
     * @param text all of it
     */
    record Kept(Path path, String text) implements OutputFile {
        @Override
        public String name() {
            return path.toString();
        }
    }
}

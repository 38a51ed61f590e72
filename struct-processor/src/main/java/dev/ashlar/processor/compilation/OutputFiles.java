package dev.ashlar.processor.compilation;

import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.output.OutputFile;
import java.io.IOException;

/** The files of a compilation, as its compiler has them written. */
@FunctionalInterface
public interface OutputFiles {
    /**
     * Writes one file.
     *
     * @param struct the struct that it is written for
     * @throws IOException if it cannot be written
     */
    void write(OutputFile file, StructName struct) throws IOException;
}

package dev.ashlar.processor.read;

import java.io.IOException;
import javax.tools.FileObject;

/** The files on the class path of the compilation. */
@FunctionalInterface
public interface ClassPath {
    /**
     * Returns the file of that name in a package.
     *
     * @throws IOException if there is none
     */
    FileObject find(String packageName, String fileName) throws IOException;
}

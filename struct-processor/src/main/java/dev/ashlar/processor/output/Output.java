package dev.ashlar.processor.output;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One kind of files that are written for structs. For each struct that has passed its checks, {@link #check} and then {@link #files} is called once.
 */
@FunctionalInterface
public interface Output {
    /**
     * The files of a struct.
     *
     * @param layouts those of the struct and of all that it holds
     */
    List<OutputFile> files(StructModel struct, Layouts layouts);

    /**
     * Returns a reason to write nothing for the struct, or for structs whose classes refer to its classes.
     */
    default Optional<Finding> check(StructModel struct, Layouts layouts) {
        return Optional.empty();
    }

    /**
     * Findings about files of earlier compilations, once all structs are known.
     *
     * @param site the place of findings that are about no struct of this compilation
     * @param isStruct tells whether there is a struct of that canonical name, in this compilation or an earlier one
     */
    default List<Finding> checkAll(Site site, Predicate<String> isStruct) {
        return List.of();
    }
}

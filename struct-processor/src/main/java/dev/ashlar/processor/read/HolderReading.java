package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Finding;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The result of reading one {@code @StructsFor}.
 *
 * @param types the types that it names
 * @param findings errors that no later round can change
 * @param gaps what the compiler does not know yet
 */
public record HolderReading(List<TypeElement> types, List<Finding> findings, List<Finding> gaps) {
    /** An empty result, to be added to. */
    HolderReading() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}

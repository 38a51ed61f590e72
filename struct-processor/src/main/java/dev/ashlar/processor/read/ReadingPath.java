package dev.ashlar.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** The structs that are being read, each of which holds the next. */
final class ReadingPath {
    private final List<TypeElement> structs = new ArrayList<>();

    void enter(TypeElement struct) {
        structs.add(struct);
    }

    void leave() {
        structs.removeLast();
    }

    /** The structs from {@code struct} to the one that is being read now; empty when {@code struct} is not being read. */
    List<TypeElement> from(TypeElement struct) {
        int start = structs.indexOf(struct);
        return start < 0 ? List.of() : List.copyOf(structs.subList(start, structs.size()));
    }
}

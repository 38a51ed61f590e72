package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import java.util.stream.Stream;

/**
 * Components that lie in two cache lines where one would do, in a struct that starts at the start of a line. One that is
 * larger than a line is in several wherever it lies.
 */
final class CacheLineCheck {
    private CacheLineCheck() {}

    static Stream<Finding> of(StructModel struct, StructLayout layout, long cacheLine, String table) {
        return layout.components().stream()
                .filter(placed -> crosses(placed, cacheLine))
                .map(placed -> Finding.of(
                        placed.component().site(),
                        Message.LAYOUT_CACHE_LINE,
                        struct.path(placed.name()),
                        placed.byteSize(),
                        placed.byteOffset(),
                        cacheLine,
                        table));
    }

    private static boolean crosses(PlacedComponent placed, long cacheLine) {
        return placed.byteSize() > 0
                && placed.byteSize() <= cacheLine
                && placed.byteOffset() / cacheLine != (placed.end() - 1) / cacheLine;
    }
}

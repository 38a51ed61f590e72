package dev.ashlar.tests.garbage;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Loops that copy whole records of 8 to 64 components: {@code set} stores one, {@code read} and {@code make} make one each. */
final class RecordLoops {
    private final Data data;
    private final Wide8 wide8 = Wide8.of(1);
    private final Wide16 wide16 = Wide16.of(1);
    private final Wide32 wide32 = Wide32.of(1);
    private final Wide64 wide64 = Wide64.of(1);

    /** Keeps what was made, so that it is made. */
    private @Nullable Object last;

    RecordLoops(Data data) {
        this.data = data;
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("set8", this::set8);
        loops.put("set16", this::set16);
        loops.put("set32", this::set32);
        loops.put("set64", this::set64);
        loops.put("read8", this::read8);
        loops.put("read16", this::read16);
        loops.put("read32", this::read32);
        loops.put("read64", this::read64);
        loops.put("make8", this::make8);
        loops.put("make16", this::make16);
        loops.put("make32", this::make32);
        loops.put("make64", this::make64);
        return loops;
    }

    private long set8(int count) {
        for (int i = 0; i < count; i++) {
            data.wide8.set(i, wide8);
        }
        return data.wide8.get(count - 1).f0();
    }

    private long read8(int count) {
        for (int i = 0; i < count; i++) {
            last = data.wide8.read(i);
        }
        return result();
    }

    private long make8(int count) {
        for (int i = 0; i < count; i++) {
            last = Wide8.of(i);
        }
        return result();
    }

    private long set16(int count) {
        for (int i = 0; i < count; i++) {
            data.wide16.set(i, wide16);
        }
        return data.wide16.get(count - 1).f0();
    }

    private long read16(int count) {
        for (int i = 0; i < count; i++) {
            last = data.wide16.read(i);
        }
        return result();
    }

    private long make16(int count) {
        for (int i = 0; i < count; i++) {
            last = Wide16.of(i);
        }
        return result();
    }

    private long set32(int count) {
        for (int i = 0; i < count; i++) {
            data.wide32.set(i, wide32);
        }
        return data.wide32.get(count - 1).f0();
    }

    private long read32(int count) {
        for (int i = 0; i < count; i++) {
            last = data.wide32.read(i);
        }
        return result();
    }

    private long make32(int count) {
        for (int i = 0; i < count; i++) {
            last = Wide32.of(i);
        }
        return result();
    }

    private long set64(int count) {
        for (int i = 0; i < count; i++) {
            data.wide64.set(i, wide64);
        }
        return data.wide64.get(count - 1).f0();
    }

    private long read64(int count) {
        for (int i = 0; i < count; i++) {
            last = data.wide64.read(i);
        }
        return result();
    }

    private long make64(int count) {
        for (int i = 0; i < count; i++) {
            last = Wide64.of(i);
        }
        return result();
    }

    private long result() {
        return last == null ? 0 : last.hashCode();
    }
}

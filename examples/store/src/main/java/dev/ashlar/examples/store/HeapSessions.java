package dev.ashlar.examples.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sessions as Java has them: a hash map of records, which are replaced. */
final class HeapSessions implements Sessions {
    private final Map<String, Session> sessions = new HashMap<>();

    @Override
    public int request(Load load) {
        String name = load.name();
        return switch (load.kind()) {
            case LOOK -> requests(sessions.get(name));
            case END -> requests(sessions.remove(name));
            case COUNT -> {
                Session known = sessions.get(name);
                Session counted = known == null
                        ? new Session(name, 1, load.number(), load.bytes())
                        : new Session(known.name(), known.requests() + 1, load.number(), known.bytes() + load.bytes());
                sessions.put(counted.name(), counted);
                yield counted.requests();
            }
        };
    }

    private static int requests(@Nullable Session session) {
        return session == null ? 0 : session.requests();
    }

    @Override
    public long size() {
        return sessions.size();
    }

    @Override
    public void forEach(Consumer<Session> consumer) {
        sessions.values().forEach(consumer);
    }

    @Override
    public long offHeapByteSize() {
        return 0;
    }

    @Override
    public void close() {
        // The garbage collector's.
    }
}

package dev.ashlar.examples.store;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Sessions in a file, changed in place: whatever becomes of the process, the next one finds them. */
final class FileSessions implements Sessions {
    /** Four GiB, of which the file has as much as is needed. */
    private static final long MAX_PAGES = 65_536;

    private final LinearMemory memory;
    private final RootView root;
    private final SessionMap sessions;
    private final SessionView.Cursor session;

    private FileSessions(LinearMemory memory) {
        this.memory = memory;
        LinkedListAllocator heap = LinkedListAllocator.openOrCreate(memory);
        if (heap.rootAddress() == 0) {
            heap.rootAddress(RootView.allocate(heap).address());
        }
        root = RootView.at(memory.whole(), heap.rootAddress());
        if (root.sessions() == 0) {
            root.sessions(SessionMap.create(heap).address());
        }
        sessions = SessionMap.open(heap, root.sessions());
        session = sessions.cursor();
    }

    /** Opens the store in a file, or makes a new one. */
    static FileSessions open(Path file) throws IOException {
        LinearMemory memory = LinearMemory.map(file, 1, MAX_PAGES);
        try {
            return new FileSessions(memory);
        } catch (RuntimeException | Error refused) {
            memory.close();
            throw refused;
        }
    }

    @Override
    public int request(Load load) {
        int requests = done(load);
        // Volatile: a kill must not find the number stored and the request not, nor the next request begun before it.
        root.requestsVolatile(load.number());
        return requests;
    }

    private int done(Load load) {
        boolean isKnown = sessions.find(load.nameBytes(), session);
        return switch (load.kind()) {
            case LOOK -> isKnown ? session.requests() : 0;
            case END -> {
                int requests = isKnown ? session.requests() : 0;
                if (isKnown) {
                    sessions.removeAt(session.index());
                }
                yield requests;
            }
            case COUNT -> {
                if (!isKnown) {
                    // Only a new session needs its name as a string.
                    sessions.findOrAdd(load.name(), session);
                }
                session.bytes(session.bytes() + load.bytes())
                        .last(load.number())
                        .requests(session.requests() + 1);
                yield session.requests();
            }
        };
    }

    /** How many requests were done before, by all processes that had the file. */
    long requests() {
        return root.requests();
    }

    @Override
    public long size() {
        return sessions.size();
    }

    @Override
    public void forEach(Consumer<Session> consumer) {
        for (SessionView each : sessions) {
            consumer.accept(each.read());
        }
    }

    @Override
    public long offHeapByteSize() {
        return memory.byteSize();
    }

    @Override
    public void close() {
        memory.close();
    }
}

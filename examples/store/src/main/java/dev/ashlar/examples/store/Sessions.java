package dev.ashlar.examples.store;

import java.util.function.Consumer;

/** A store of sessions, however they are kept. */
sealed interface Sessions extends AutoCloseable permits HeapSessions, FileSessions {
    /** Does what a request asks for. Returns the requests that its session has made, 0 if there is none. */
    int request(Load load);

    /** How many sessions there are. */
    long size();

    /** Passes each session to {@code consumer}, in any order. */
    void forEach(Consumer<Session> consumer);

    /** The bytes that it takes outside the Java heap. */
    long offHeapByteSize();

    @Override
    void close();
}

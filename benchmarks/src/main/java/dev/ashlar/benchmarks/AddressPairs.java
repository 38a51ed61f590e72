package dev.ashlar.benchmarks;

/** A number of live blocks of one peer, of which each step frees one and allocates another. */
final class AddressPairs implements AutoCloseable {
    private final AddressPeer allocator;
    private final Requests requests;
    private final long[] blocks;

    /** Blocks of an allocator that is closed with them. */
    AddressPairs(AddressPeer allocator, int live, String sizes) {
        this.allocator = allocator;
        this.requests = new Requests(live, sizes);
        this.blocks = new long[live];
        for (int i = 0; i < live; i++) {
            requests.advance();
            blocks[i] = allocator.allocate(requests.byteSize());
        }
    }

    long next() {
        requests.advance();
        int slot = requests.slot();
        allocator.free(blocks[slot]);
        long block = allocator.allocate(requests.byteSize());
        blocks[slot] = block;
        return block;
    }

    /** Frees what is live. */
    void freeAll() {
        for (long block : blocks) {
            allocator.free(block);
        }
    }

    @Override
    public void close() {
        freeAll();
        allocator.close();
    }
}

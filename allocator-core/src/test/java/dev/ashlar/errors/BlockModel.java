package dev.ashlar.errors;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The blocks that were handed out and not taken back, each full of bytes of its own. */
final class BlockModel {
    private final LinearMemory memory;
    private final List<Live> live = new ArrayList<>();
    private int blocks;

    BlockModel(LinearMemory memory) {
        this.memory = memory;
    }

    /** A block with its handle, or none if it is a plain address. */
    record Live(@Nullable Memory handle, long address, long length, int pattern) {}

    List<Live> live() {
        return live;
    }

    /** Enters a block that must be zero, and fills it. */
    Live addZeroed(Memory handle) {
        assertFilled(handle.offset(), handle.length(), 0);
        return add(handle, handle.offset(), handle.length());
    }

    Live add(@Nullable Memory handle, long address, long length) {
        Live block = new Live(handle, address, length, 1 + blocks++ % 126);
        memory.fill(address, block.pattern, length);
        live.add(block);
        return block;
    }

    /** Takes up the new handle of a block, whose bytes must have been kept. */
    void resized(Live block, Memory handle) {
        long kept = Math.min(block.length, handle.length());
        assertFilled(handle.offset(), kept, block.pattern);
        assertFilled(handle.offset() + kept, handle.length() - kept, 0);
        memory.fill(handle.offset(), block.pattern, handle.length());
        live.set(live.indexOf(block), new Live(handle, handle.offset(), handle.length(), block.pattern));
    }

    long byteSize() {
        return live.stream().mapToLong(Live::length).sum();
    }

    /** Every block is there with its bytes, and none overlaps another. */
    void verify() {
        TreeMap<Long, Live> byAddress = new TreeMap<>();
        for (Live block : live) {
            Memory handle = block.handle;
            if (handle != null && (!handle.isAlive() || handle.length() != block.length)) {
                throw new AssertionError("handle of a live block changed: " + block);
            }
            assertFilled(block.address, block.length, block.pattern);
            if (byAddress.put(block.address, block) != null) {
                throw new AssertionError("address handed out twice: " + block);
            }
        }
        long end = 0;
        for (Live block : byAddress.values()) {
            if (block.address < end) {
                throw new AssertionError("block overlaps the one before it: " + block);
            }
            end = block.address + block.length;
        }
    }

    private void assertFilled(long address, long length, int pattern) {
        for (byte found : memory.whole().loadBytes(address, (int) length)) {
            if (found != pattern) {
                throw new AssertionError("byte of a block changed: address=" + address + " length=" + length + " found="
                        + found + " expected=" + pattern);
            }
        }
    }
}

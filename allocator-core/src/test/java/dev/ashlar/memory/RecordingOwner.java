package dev.ashlar.memory;

import org.jspecify.annotations.Nullable;

/** An owner that counts what reaches it, and revokes what is freed once it knows its claim. */
final class RecordingOwner implements Owner {
    int frees;

    @Nullable
    Claim claim;

    @Override
    public void free(Memory handle) {
        frees++;
        if (claim != null) {
            claim.revoke(handle);
        }
    }

    @Override
    public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
        throw new UnsupportedOperationException("not in these tests");
    }

    @Override
    public long defaultByteAlignment() {
        return 16;
    }
}

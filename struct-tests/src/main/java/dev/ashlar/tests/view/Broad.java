package dev.ashlar.tests.view;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;

/** So many components that a write has methods of its own for parts of them; the accessor of the last refuses. */
@Struct
record Broad(
        int a,
        long b,
        @Stored(StorageType.U8) int small,
        short c,
        byte d,
        float e,
        double f,
        boolean g,
        char h,
        int i,
        int j,
        int k,
        int l,
        int m,
        int last) {
    @Override
    public int last() {
        if (last < 0) {
            throw new UnsupportedOperationException("last=" + last);
        }
        return last;
    }

    static Broad of(int small, int last) {
        return new Broad(1, 2, small, (short) 3, (byte) 4, 5, 6, true, 'h', 9, 10, 11, 12, 13, last);
    }
}

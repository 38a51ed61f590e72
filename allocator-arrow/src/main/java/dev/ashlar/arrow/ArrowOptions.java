package dev.ashlar.arrow;

/**
 * The choices of an export.
 *
 * @param batchRows the most rows in a batch, positive
 * @param booleansInPlace whether booleans of one byte stay where they are, as the extension type {@code arrow.bool8}, which
 *     not every consumer knows; otherwise they are copied to bits
 */
public record ArrowOptions(long batchRows, boolean booleansInPlace) {
    /** Batches of 131 072 rows, booleans as bits. */
    public static final ArrowOptions DEFAULT = new ArrowOptions(1 << 17, false);

    /** @throws IllegalArgumentException if {@code batchRows} is not positive */
    public ArrowOptions {
        if (batchRows <= 0) {
            throw new IllegalArgumentException("batches without rows: batchRows=" + batchRows);
        }
    }

    /**
     * The same choices with other batches.
     *
     * @throws IllegalArgumentException if {@code batchRows} is not positive
     */
    public ArrowOptions withBatchRows(long batchRows) {
        return new ArrowOptions(batchRows, booleansInPlace);
    }

    /** The same choices with booleans of one byte where they are. */
    public ArrowOptions withBooleansInPlace() {
        return new ArrowOptions(batchRows, true);
    }
}

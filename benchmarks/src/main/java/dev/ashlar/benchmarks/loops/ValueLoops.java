package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.struct.codec.InstantNanos;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Sums of an optional number, filters by an instant, and sums of decimals, by the stored number and by objects. Half of the
 * optional numbers are there, at random.
 */
@OperationsPerInvocation(Loops.COUNT)
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public class ValueLoops extends Loops {
    private static final Instant LIMIT = Instant.ofEpochSecond(COUNT / 2);

    private PaymentArray payments;
    private PaymentColumns columns;
    private MemorySegment segment;
    private List<Payment> objects;

    @Override
    protected void fill(Allocator allocator) {
        objects = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Integer discount = Integer.bitCount(i * 0x9E3779B9) % 2 == 0 ? Integer.valueOf(i) : null;
            objects.add(new Payment(i, discount, Instant.ofEpochSecond(i), BigDecimal.valueOf(i * 100L + 99, 2)));
        }
        payments = PaymentArray.copyOf(allocator, objects);
        columns = PaymentColumns.copyOf(allocator, payments);
        segment = payments.memory().segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptional_view() {
        long sum = 0;
        for (PaymentView payment : payments) {
            if (payment.hasDiscount()) {
                sum += payment.discount();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptional_cursor() {
        long sum = 0;
        PaymentView.Cursor payment = payments.cursor();
        while (payment.advance()) {
            if (payment.hasDiscount()) {
                sum += payment.discount();
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptional_segment() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            long payment = i * PaymentView.BYTE_SIZE;
            if ((segment.get(ValueLayout.JAVA_BYTE, payment + PaymentView.OFFSET_PRESENCE) & 1) != 0) {
                sum += segment.get(INT, payment + PaymentView.OFFSET_DISCOUNT);
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptional_objects() {
        long sum = 0;
        for (Payment payment : objects) {
            Integer discount = payment.discount();
            if (discount != null) {
                sum += discount;
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptionalOr_view() {
        long sum = 0;
        for (PaymentView payment : payments) {
            sum += payment.discountOr(0);
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptionalOr_cursor() {
        long sum = 0;
        PaymentView.Cursor payment = payments.cursor();
        while (payment.advance()) {
            sum += payment.discountOr(0);
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptionalOr_segment() {
        return sumOptional_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptionalColumns_view() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            if (columns.hasDiscount(i)) {
                sum += columns.discount(i);
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumOptionalColumns_segment() {
        MemorySegment discounts = columns.discountColumn();
        MemorySegment validity = columns.discountValidity();
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            if ((validity.get(ValueLayout.JAVA_BYTE, i >>> 3) >>> (i & 7) & 1) != 0) {
                sum += discounts.get(INT, i * 4L);
            }
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int filterInstantNanos_view() {
        long limit = InstantNanos.encode(LIMIT);
        int found = 0;
        for (PaymentView payment : payments) {
            if (payment.createdNanos() < limit) {
                found += payment.id();
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int filterInstantNanos_cursor() {
        long limit = InstantNanos.encode(LIMIT);
        int found = 0;
        PaymentView.Cursor payment = payments.cursor();
        while (payment.advance()) {
            if (payment.createdNanos() < limit) {
                found += payment.id();
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int filterInstantNanos_segment() {
        long limit = InstantNanos.encode(LIMIT);
        int found = 0;
        for (int i = 0; i < COUNT; i++) {
            long payment = i * PaymentView.BYTE_SIZE;
            if (segment.get(LONG, payment + PaymentView.OFFSET_CREATED) < limit) {
                found += segment.get(INT, payment + PaymentView.OFFSET_ID);
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int filterInstantNanos_objects() {
        int found = 0;
        for (Payment payment : objects) {
            if (payment.created().isBefore(LIMIT)) {
                found += payment.id();
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int filterInstant_view() {
        int found = 0;
        for (PaymentView payment : payments) {
            if (payment.created().isBefore(LIMIT)) {
                found += payment.id();
            }
        }
        return found;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public int filterInstant_segment() {
        return filterInstantNanos_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumUnscaled_view() {
        long sum = 0;
        for (PaymentView payment : payments) {
            sum += payment.amountUnscaled();
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumUnscaled_cursor() {
        long sum = 0;
        PaymentView.Cursor payment = payments.cursor();
        while (payment.advance()) {
            sum += payment.amountUnscaled();
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long sumUnscaled_segment() {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += segment.get(LONG, i * PaymentView.BYTE_SIZE + PaymentView.OFFSET_AMOUNT);
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public BigDecimal sumDecimals_view() {
        BigDecimal sum = BigDecimal.ZERO;
        for (PaymentView payment : payments) {
            sum = sum.add(payment.amount());
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public BigDecimal sumDecimals_segment() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < COUNT; i++) {
            long unscaled = segment.get(LONG, i * PaymentView.BYTE_SIZE + PaymentView.OFFSET_AMOUNT);
            sum = sum.add(BigDecimal.valueOf(unscaled, 2));
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public BigDecimal sumDecimals_objects() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Payment payment : objects) {
            sum = sum.add(payment.amount());
        }
        return sum;
    }
}

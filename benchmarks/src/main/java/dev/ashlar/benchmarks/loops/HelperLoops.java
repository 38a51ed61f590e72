package dev.ashlar.benchmarks.loops;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Loops that pass each struct to a method: one that reads four components, one with six reads and three writes. */
@OperationsPerInvocation(Loops.COUNT)
public class HelperLoops extends MovingLoops {
    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double helper_view() {
        double sum = 0;
        for (BodyView body : bodies) {
            sum += energy(body);
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double helper_cursor() {
        double sum = 0;
        BodyView.Cursor body = bodies.cursor();
        while (body.advance()) {
            sum += energy(body);
        }
        return sum;
    }

    private static double energy(BodyView body) {
        return body.mass() * (body.vx() * body.vx() + body.vy() * body.vy() + body.vz() * body.vz());
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double helper_segment() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += energy(segment, i * STRIDE);
        }
        return sum;
    }

    private static double energy(MemorySegment segment, long offset) {
        double vx = segment.get(DOUBLE, offset + VX);
        double vy = segment.get(DOUBLE, offset + VY);
        double vz = segment.get(DOUBLE, offset + VZ);
        return segment.get(DOUBLE, offset + MASS) * (vx * vx + vy * vy + vz * vz);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double helper_objects() {
        double sum = 0;
        for (MovingObject body : objects) {
            sum += body.energy();
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void helperSixReadsThreeWrites_view() {
        for (BodyView body : bodies) {
            move(body);
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void helperSixReadsThreeWrites_cursor() {
        BodyView.Cursor body = bodies.cursor();
        while (body.advance()) {
            move(body);
        }
    }

    private static void move(BodyView body) {
        body.x(body.x() + body.vx() * TIME);
        body.y(body.y() + body.vy() * TIME);
        body.z(body.z() + body.vz() * TIME);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void helperSixReadsThreeWrites_segment() {
        for (int i = 0; i < COUNT; i++) {
            move(segment, i * STRIDE);
        }
    }

    private static void move(MemorySegment segment, long offset) {
        segment.set(DOUBLE, offset + X, segment.get(DOUBLE, offset + X) + segment.get(DOUBLE, offset + VX) * TIME);
        segment.set(DOUBLE, offset + Y, segment.get(DOUBLE, offset + Y) + segment.get(DOUBLE, offset + VY) * TIME);
        segment.set(DOUBLE, offset + Z, segment.get(DOUBLE, offset + Z) + segment.get(DOUBLE, offset + VZ) * TIME);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void helperSixReadsThreeWrites_objects() {
        for (MovingObject body : objects) {
            body.move(TIME);
        }
    }
}

package dev.ashlar.benchmarks.loops;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** The n-body problem: one step is what one body and its partner do to each other. */
@OperationsPerInvocation(Loops.COUNT)
public class BodyLoops extends MovingLoops {
    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void nBodyPair_view() {
        for (int i = 0; i < COUNT; i++) {
            attract(bodies.get(i), bodies.get(COUNT - 1 - i));
        }
    }

    private static void attract(BodyView one, BodyView other) {
        double dx = one.x() - other.x();
        double dy = one.y() - other.y();
        double dz = one.z() - other.z();
        double squared = dx * dx + dy * dy + dz * dz;
        double force = TIME / (squared * Math.sqrt(squared));
        double toOne = other.mass() * force;
        double toOther = one.mass() * force;
        one.vx(one.vx() - dx * toOne);
        one.vy(one.vy() - dy * toOne);
        one.vz(one.vz() - dz * toOne);
        other.vx(other.vx() + dx * toOther);
        other.vy(other.vy() + dy * toOther);
        other.vz(other.vz() + dz * toOther);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void nBodyPair_cursor() {
        BodyView.Cursor one = bodies.cursor();
        BodyView.Cursor other = bodies.cursor();
        for (int i = 0; i < COUNT; i++) {
            attract(one.moveTo(i), other.moveTo(COUNT - 1 - i));
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void nBodyPair_segment() {
        for (int i = 0; i < COUNT; i++) {
            attract(segment, i * STRIDE, (COUNT - 1 - i) * STRIDE);
        }
    }

    private static void attract(MemorySegment segment, long one, long other) {
        double dx = segment.get(DOUBLE, one + X) - segment.get(DOUBLE, other + X);
        double dy = segment.get(DOUBLE, one + Y) - segment.get(DOUBLE, other + Y);
        double dz = segment.get(DOUBLE, one + Z) - segment.get(DOUBLE, other + Z);
        double squared = dx * dx + dy * dy + dz * dz;
        double force = TIME / (squared * Math.sqrt(squared));
        double toOne = segment.get(DOUBLE, other + MASS) * force;
        double toOther = segment.get(DOUBLE, one + MASS) * force;
        segment.set(DOUBLE, one + VX, segment.get(DOUBLE, one + VX) - dx * toOne);
        segment.set(DOUBLE, one + VY, segment.get(DOUBLE, one + VY) - dy * toOne);
        segment.set(DOUBLE, one + VZ, segment.get(DOUBLE, one + VZ) - dz * toOne);
        segment.set(DOUBLE, other + VX, segment.get(DOUBLE, other + VX) + dx * toOther);
        segment.set(DOUBLE, other + VY, segment.get(DOUBLE, other + VY) + dy * toOther);
        segment.set(DOUBLE, other + VZ, segment.get(DOUBLE, other + VZ) + dz * toOther);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public void nBodyPair_objects() {
        for (int i = 0; i < COUNT; i++) {
            attract(objects[i], objects[COUNT - 1 - i]);
        }
    }

    private static void attract(MovingObject one, MovingObject other) {
        double dx = one.x - other.x;
        double dy = one.y - other.y;
        double dz = one.z - other.z;
        double squared = dx * dx + dy * dy + dz * dz;
        double force = TIME / (squared * Math.sqrt(squared));
        double toOne = other.mass * force;
        double toOther = one.mass * force;
        one.vx = one.vx - dx * toOne;
        one.vy = one.vy - dy * toOne;
        one.vz = one.vz - dz * toOne;
        other.vx = other.vx + dx * toOther;
        other.vy = other.vy + dy * toOther;
        other.vz = other.vz + dz * toOther;
    }
}

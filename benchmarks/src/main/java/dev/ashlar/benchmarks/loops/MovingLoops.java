package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.MemorySegment;
import java.util.Random;

/** Loops over bodies: the same ones in an array, on its segment, and as objects. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public abstract class MovingLoops extends Loops {
    protected static final long STRIDE = BodyView.BYTE_SIZE;
    protected static final long X = BodyView.OFFSET_X;
    protected static final long Y = BodyView.OFFSET_Y;
    protected static final long Z = BodyView.OFFSET_Z;
    protected static final long VX = BodyView.OFFSET_VX;
    protected static final long VY = BodyView.OFFSET_VY;
    protected static final long VZ = BodyView.OFFSET_VZ;
    protected static final long MASS = BodyView.OFFSET_MASS;
    protected static final double TIME = 1e-9;

    protected BodyArray bodies;
    protected MemorySegment segment;
    MovingObject[] objects;

    @Override
    protected void fill(Allocator allocator) {
        bodies = BodyArray.allocate(allocator, COUNT);
        segment = bodies.memory().segment();
        objects = new MovingObject[COUNT];
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            double[] at = random.doubles(7).toArray();
            Body body = new Body(at[0] + i, at[1], at[2], at[3], at[4], at[5], at[6]);
            bodies.set(i, body);
            objects[i] = new MovingObject(body);
        }
    }
}

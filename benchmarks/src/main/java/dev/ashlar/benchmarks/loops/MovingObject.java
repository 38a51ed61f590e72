package dev.ashlar.benchmarks.loops;

/** A {@link Body} on the Java heap, one that can be changed. */
final class MovingObject {
    double x;
    double y;
    double z;
    double vx;
    double vy;
    double vz;
    final double mass;

    MovingObject(Body body) {
        x = body.x();
        y = body.y();
        z = body.z();
        vx = body.vx();
        vy = body.vy();
        vz = body.vz();
        mass = body.mass();
    }

    /** Moves for a time. */
    void move(double time) {
        x += vx * time;
        y += vy * time;
        z += vz * time;
    }

    double energy() {
        return mass * (vx * vx + vy * vy + vz * vz);
    }
}

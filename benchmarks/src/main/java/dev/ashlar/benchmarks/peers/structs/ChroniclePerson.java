package dev.ashlar.benchmarks.peers.structs;

/** A {@link Person} as Chronicle Values wants it; it chooses the order of the components in memory. */
public interface ChroniclePerson {
    int getId();

    void setId(int value);

    double getHeight();

    void setHeight(double value);

    int getAge();

    void setAge(int value);
}

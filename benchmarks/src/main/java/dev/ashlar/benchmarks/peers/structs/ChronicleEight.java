package dev.ashlar.benchmarks.peers.structs;

/** A {@link Eight} as Chronicle Values wants it. */
public interface ChronicleEight {
    int getC0();

    void setC0(int value);

    int getC1();

    void setC1(int value);

    long getC2();

    void setC2(long value);

    double getC3();

    void setC3(double value);

    int getC4();

    void setC4(int value);

    int getC5();

    void setC5(int value);

    long getC6();

    void setC6(long value);

    double getC7();

    void setC7(double value);
}

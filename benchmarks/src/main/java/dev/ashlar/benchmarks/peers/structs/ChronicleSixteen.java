package dev.ashlar.benchmarks.peers.structs;

/** A {@link Sixteen} as Chronicle Values wants it. */
public interface ChronicleSixteen {
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

    int getC8();

    void setC8(int value);

    int getC9();

    void setC9(int value);

    long getC10();

    void setC10(long value);

    double getC11();

    void setC11(double value);

    int getC12();

    void setC12(int value);

    int getC13();

    void setC13(int value);

    long getC14();

    void setC14(long value);

    double getC15();

    void setC15(double value);
}

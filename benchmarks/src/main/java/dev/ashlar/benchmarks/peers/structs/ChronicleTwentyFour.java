package dev.ashlar.benchmarks.peers.structs;

/** A {@link TwentyFour} as Chronicle Values wants it. */
public interface ChronicleTwentyFour {
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

    int getC16();

    void setC16(int value);

    int getC17();

    void setC17(int value);

    long getC18();

    void setC18(long value);

    double getC19();

    void setC19(double value);

    int getC20();

    void setC20(int value);

    int getC21();

    void setC21(int value);

    long getC22();

    void setC22(long value);

    double getC23();

    void setC23(double value);
}

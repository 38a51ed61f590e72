package dev.ashlar.processor;

/** Around a record that other packages may name, but not read. */
public class HiddenStruct {
    /** Not public; that it can be named in an annotation is up to the compiler. */
    protected record Inner(int id) {}
}

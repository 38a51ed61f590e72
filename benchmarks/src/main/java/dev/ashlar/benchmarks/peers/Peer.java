package dev.ashlar.benchmarks.peers;

import dev.ashlar.benchmarks.peers.structs.Eight;
import dev.ashlar.benchmarks.peers.structs.Sixteen;

/** One way to keep structs: two arrays, of small structs and of wide ones, and the work that is measured on them. */
interface Peer extends AutoCloseable {
    /** Returns one component of a person. */
    int age(int index);

    /** Returns the sum of two components of a person. */
    double heightAndAge(int index);

    /** Stores all components of a person. */
    void setPerson(int index, int id, double height, int age);

    /** Reads a whole struct of 8 components. */
    Eight eight(int index);

    /** Writes a whole struct of 8 components. */
    void setEight(int index, Eight value);

    /** Reads a whole struct of 16 components. */
    Sixteen sixteen(int index);

    /** Writes a whole struct of 16 components. */
    void setSixteen(int index, Sixteen value);

    /** Adds a number to each of 8 components, in a method that is given the struct. */
    void addToEight(int index, int delta);

    /** Adds a number to each of 16 components, in a method that is given the struct. */
    void addToSixteen(int index, int delta);

    /** Adds a number to each of 24 components, in a method that is given the struct. */
    void addToTwentyFour(int index, int delta);

    /** Frees the memory, where there is something to free. */
    @Override
    void close();
}

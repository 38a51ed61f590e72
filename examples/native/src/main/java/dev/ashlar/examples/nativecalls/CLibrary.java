package dev.ashlar.examples.nativecalls;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The functions of the C library that every process has loaded. */
final class CLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private CLibrary() {}

    /** A function by its name; layouts of structs say how they are passed by value. */
    static MethodHandle function(String name, FunctionDescriptor descriptor) {
        MemorySegment address = LINKER.defaultLookup().findOrThrow(name);
        return LINKER.downcallHandle(address, descriptor);
    }

    /** What a call threw: C throws nothing, so it is a mistake of this program. */
    static IllegalStateException failed(String name, Throwable failure) {
        return new IllegalStateException("call of " + name + " failed", failure);
    }

    /** Functions that return 0 when all went well. */
    static void requireZero(String name, int result) {
        if (result != 0) {
            throw new IllegalStateException(name + " did not succeed: result=" + result);
        }
    }
}

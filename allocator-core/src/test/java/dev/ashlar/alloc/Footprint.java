package dev.ashlar.alloc;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The size of what an object holds on the Java heap, by a walk over its fields. */
public final class Footprint {
    private Footprint() {}

    /**
     * Bytes of all objects that an allocator holds alone, with headers of 12 bytes and references of 4. Memories and classes
     * are not its own.
     */
    public static long bytesOf(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        long byteSize = 0;
        see(root, seen, open);
        while (!open.isEmpty()) {
            Object object = open.pop();
            byteSize +=
                    object.getClass().isArray() ? bytesOfArray(object, seen, open) : bytesOfFields(object, seen, open);
        }
        return byteSize;
    }

    private static void see(@Nullable Object object, Set<Object> seen, Deque<Object> open) {
        if (object != null && isOwn(object.getClass()) && seen.add(object)) {
            open.push(object);
        }
    }

    private static boolean isOwn(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive() || element.getName().startsWith("dev.ashlar.alloc.");
    }

    private static long bytesOfArray(Object array, Set<Object> seen, Deque<Object> open) {
        int length = Array.getLength(array);
        Class<?> element = array.getClass().getComponentType();
        if (!element.isPrimitive()) {
            for (int i = 0; i < length; i++) {
                see(Array.get(array, i), seen, open);
            }
        }
        return align(16 + (long) length * bytesOf(element));
    }

    private static long bytesOfFields(Object object, Set<Object> seen, Deque<Object> open) {
        long byteSize = 12;
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    byteSize += bytesOf(field.getType());
                    if (!field.getType().isPrimitive() && type.getName().startsWith("dev.ashlar.")) {
                        field.setAccessible(true);
                        see(valueOf(field, object), seen, open);
                    }
                }
            }
        }
        return align(byteSize);
    }

    private static @Nullable Object valueOf(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static long bytesOf(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == byte.class || type == boolean.class) {
            return Byte.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : Integer.BYTES;
    }

    private static long align(long byteSize) {
        return byteSize + 7 & -8;
    }
}

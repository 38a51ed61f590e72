package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.CheckedStruct;
import dev.ashlar.struct.support.CheckedTail;
import dev.ashlar.struct.support.StructLogIterator;
import dev.ashlar.struct.support.StructRange;
import java.lang.foreign.MemoryLayout;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The description of a struct at run time, for generic code, printers and tools, without reflection.
 *
 * <p>There is one for each struct, made by the generated view when it is first requested. It is immutable and safe to
 * share between threads.
 *
 * @param <R> the struct, a record
 * @param <V> its view
 */
public abstract class StructType<R, V extends StructView<R>> {
    private final StructLink link;
    private final StructOrder order;
    private final List<StructComponent> components;
    private final boolean reachesEnd;

    /**
     * The layout, made when first requested: {@code java.lang.foreign} takes milliseconds to start. A race makes it
     * twice.
     */
    private @Nullable MemoryLayout layout;

    /**
     * Describes a struct; for generated code.
     *
     * @param link the name, size, alignment and fingerprint of the struct
     * @param components the components in the order of their declaration, which is the order of their offsets
     */
    protected StructType(StructLink link, StructComponent... components) {
        this(link, StructOrder.LITTLE_ENDIAN, components);
    }

    /**
     * Describes a struct of any byte order; for generated code.
     *
     * @param order the order of the bytes in the values of components without an {@link Endian}
     */
    protected StructType(StructLink link, StructOrder order, StructComponent... components) {
        this.link = Objects.requireNonNull(link, "link");
        this.order = order;
        this.components =
                Arrays.stream(components).map(component -> component.in(order)).toList();
        this.reachesEnd = components.length > 0 && components[components.length - 1].isToEnd();
    }

    /** The canonical name of the record or interface: {@code p.Person}, {@code p.Outer.Person}. */
    public final String name() {
        return link.struct();
    }

    /**
     * The size in bytes, padding included: the distance between two elements of an array, and C's {@code sizeof}. For a
     * struct with a {@link Tail}, the size with an empty tail.
     */
    public final long byteSize() {
        return link.byteSize();
    }

    /**
     * The size in bytes, padding included, that {@code value} takes: {@link #byteSize()}, and more for a {@link Tail}.
     *
     * @throws IllegalArgumentException if a component does not fit its storage type
     * @throws NullPointerException if {@code value} or a component of it is {@code null}
     */
    public final long byteSize(R value) {
        return byteSizeOf(check(name(), value));
    }

    /** As {@link #byteSize(Object)}, for contents that were checked. */
    final long byteSizeOf(CheckedStruct checked) {
        return checked instanceof CheckedTail tail ? tail.byteSize() : byteSize();
    }

    /**
     * The size in bytes, padding included, of the struct that lies in {@code memory} at {@code byteOffset}: {@link
     * #byteSize()}, and more for a {@link Tail}.
     *
     * @throws IndexOutOfBoundsException if it does not fit into the handle
     * @throws IllegalStateException if its tail has an impossible length, or the handle is freed or its memory closed
     */
    public long byteSizeAt(Memory memory, long byteOffset) {
        memory.checkRange(byteOffset, byteSize());
        return byteSize();
    }

    /**
     * Returns whether its components are the arms of a union without a tag, all at offset 0: {@link Struct#union()}.
     * Generated code overrides it for these.
     */
    public boolean hasArms() {
        return false;
    }

    /** Returns whether its structs reach to the end of their handles, of whatever length these are: {@link Tail#toEnd()}. */
    public final boolean reachesEnd() {
        return reachesEnd;
    }

    /** Returns whether its structs are of different sizes: {@link Tail}. */
    public final boolean hasTail() {
        return components.getLast().isTail();
    }

    /** The alignment in bytes: C's {@code alignof}. */
    public final long byteAlignment() {
        return link.byteAlignment();
    }

    /**
     * The fingerprint of the layout: a number that changes if the meaning of any byte changes, and is the same for all
     * compilers, processors and machines. It covers the names, kinds, offsets and sizes of all components, the byte
     * order, the fingerprints of nested structs, the names and numbers of enum constants, and the variants and tags of
     * unions. The struct's own name is not part of it; a program that stores fingerprints with its data should also
     * store the name, and the fingerprint of each struct to which a {@link Ref} leads. The chance that a change of the
     * layout goes unnoticed is one in 2<sup>64</sup>. The format is described in the project's {@code
     * docs/fingerprints.md}.
     *
     * <p>It is a constant that the processor wrote, so this takes constant time.
     */
    public final long fingerprint() {
        return link.fingerprint();
    }

    /** The order of the bytes in the values of its components; a nested struct and an {@link Endian} have their own. */
    public final StructOrder order() {
        return order;
    }

    /**
     * The components in the order of their declaration, as an unmodifiable list. A union has two: {@code tag}, and
     * {@code value} with its {@link StructComponent#variants() variants}. If some components have a presence bit, one more
     * {@linkplain StructComponent#isPresence() holds these bits}, behind the last component of fixed size.
     */
    public final List<StructComponent> components() {
        return components;
    }

    /**
     * Returns the component with a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public final StructComponent component(String componentName) {
        for (StructComponent component : components) {
            if (component.name().equals(componentName)) {
                return component;
            }
        }
        throw new IllegalArgumentException(
                "no such component: struct=" + name() + " component=" + componentName + " components="
                        + components.stream().map(StructComponent::name).toList());
    }

    /** Returns whether it is a tagged union: a sealed interface, and not a record. */
    public final boolean isUnion() {
        return components.getFirst().kind() instanceof ComponentKind.Tag;
    }

    /** Returns whether its components have no natural alignment: {@link Struct#packed()}. */
    public boolean isPacked() {
        return false;
    }

    /**
     * Returns the type of the struct that a {@link Ref} component refers to; made only on request, since a struct may
     * refer to itself.
     *
     * @param component the name of the component
     * @throws IllegalArgumentException if there is no such component, or it is not a reference
     */
    public StructType<?, ?> target(String component) {
        throw new IllegalArgumentException("not a reference: struct=" + name() + " component=" + component(component));
    }

    /**
     * Returns whether an optional component of the struct that lies in {@code memory} at {@code byteOffset} holds a value;
     * {@code true} for all other components, also for arrays of optional elements.
     *
     * @param component one of {@link #components()}
     * @throws IllegalArgumentException if it is none of them
     * @throws IndexOutOfBoundsException if the struct does not fit into the handle
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public final boolean isPresent(StructComponent component, Memory memory, long byteOffset) {
        requireOwn(component);
        memory.checkRange(byteOffset, byteSize());
        return new StructPresence(this, memory, byteOffset).of(component);
    }

    /**
     * Returns whether an element of an array or tail holds a value, of the struct that lies in {@code memory} at {@code
     * byteOffset}; {@code true} unless the {@linkplain StructComponent#hasOptionalElements() elements are optional}.
     *
     * @param component one of {@link #components()}
     * @param index the index of the element
     * @throws IllegalArgumentException if it is none of them, or neither an array nor a tail
     * @throws IndexOutOfBoundsException if the struct does not fit into the handle, or there is no such element
     * @throws IllegalStateException if the handle is freed or its memory closed, or the length of a tail is impossible
     */
    public final boolean isPresent(StructComponent component, Memory memory, long byteOffset, long index) {
        requireOwn(component);
        if (!component.isByElement()) {
            throw new IllegalArgumentException(
                    "component without elements: struct=" + name() + " component=" + component);
        }
        memory.checkRange(byteOffset, byteSize());
        StructPresence presence = new StructPresence(this, memory, byteOffset);
        presence.checkIndex(component, index);
        return presence.of(component, index);
    }

    private void requireOwn(StructComponent component) {
        if (component(component.name()) != component) {
            throw new IllegalArgumentException(
                    "component of another struct: struct=" + name() + " component=" + component);
        }
    }

    /**
     * Returns the value that the codec of a component makes of what is stored in the struct that lies in {@code memory}
     * at {@code byteOffset}, as text.
     *
     * @param component the name of the component
     * @param index the index of the element, for an array or tail of values; otherwise without effect
     * @throws IllegalArgumentException if there is no such component, or it has no codec
     * @throws IllegalStateException if the codec refuses what is stored
     * @throws java.util.NoSuchElementException if the component or element is optional and holds no value
     */
    public String decoded(String component, Memory memory, long byteOffset, long index) {
        throw new IllegalArgumentException("no codec: struct=" + name() + " component=" + component(component));
    }

    /**
     * The same layout for code that works with {@code java.lang.foreign}: a struct layout with the names of the record
     * and of its components, nested structs and sequences, and all padding. Values are aligned as in C, unless their
     * offset or a packed struct around them forbids it. Bit-fields, which {@code java.lang.foreign} cannot express,
     * appear as the integers in which they lie, under their names joined by commas; if their type has a larger
     * alignment than these integers, an empty sequence of that type is put in front, or where the bit-field begins, so
     * that they are aligned like their type.
     *
     * <p>C functions take and return it by value, to any depth of nested structs and with bit-fields, unless it is
     * packed, over-aligned or of a foreign byte order, holds a struct that is, or has a tail: {@code java.lang.foreign}
     * refuses those or passes them differently from C. By pointer they accept all structs.
     */
    public final MemoryLayout layout() {
        MemoryLayout made = layout;
        if (made == null) {
            made = layout(byteAlignment());
            layout = made;
        }
        return made;
    }

    /**
     * Returns the view of a struct that lies in {@code memory} at {@code byteOffset}. Nothing is written.
     *
     * @throws IndexOutOfBoundsException if it does not fit into the handle
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public abstract V at(Memory memory, long byteOffset);

    /**
     * Writes {@code value} as a new struct, whatever lies in {@code memory} at {@code byteOffset}. Takes {@link
     * #byteSize(Object)} bytes there.
     *
     * @return its view
     * @throws IndexOutOfBoundsException if it does not fit into the handle; nothing has changed then
     * @throws IllegalArgumentException if a component does not fit its storage type, a {@link Ref} is one of another
     *     memory, or its tail {@linkplain #reachesEnd() reaches to the end} of the handle and does not end there; nothing has
     *     changed then
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public final V put(Memory memory, long byteOffset, R value) {
        return put(memory, byteOffset, check(name(), value).requireIn(memory));
    }

    /** As {@link #put(Memory, long, Object)}, for contents that were checked. */
    final V put(Memory memory, long byteOffset, CheckedStruct checked) {
        long byteSize = byteSizeOf(checked);
        memory.checkRange(byteOffset, byteSize);
        if (reachesEnd() && byteOffset + byteSize != memory.length()) {
            throw new IllegalArgumentException(
                    "struct reaches to the end of its handle and would be longer than its value: struct=" + name()
                            + " byteOffset=" + byteOffset + " byteSize=" + byteSize + " handleLength="
                            + memory.length());
        }
        V view = at(memory, byteOffset);
        checked.storeAt(memory, byteOffset);
        return view;
    }

    /**
     * Reads {@code value} once and checks that it can be stored; for generated code. Nothing is stored yet.
     *
     * @param component what messages call the value: its name if it is itself a component
     * @return its contents, ready to be stored
     * @throws IllegalArgumentException if a component of it, at any depth, does not fit its storage type
     * @throws NullPointerException if {@code value} or a component of it is {@code null}
     */
    public abstract CheckedStruct check(Object component, R value);

    /**
     * Allocates a struct whose bytes are zero.
     *
     * @throws dev.ashlar.alloc.OutOfLinearMemoryException if there is no room
     */
    public V allocate(Allocator allocator) {
        return at(allocator.allocate(byteSize(), byteAlignment()), 0);
    }

    /**
     * Returns the {@code count} structs that lie in {@code memory} from {@code byteOffset} on, as an array. Nothing is
     * written.
     *
     * @throws IndexOutOfBoundsException if they do not fit into the handle
     * @throws IllegalArgumentException if {@code count} is negative
     * @throws UnsupportedOperationException if the struct has a {@link Tail}, so that they may have different sizes
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public StructArray<R, V> arrayAt(Memory memory, long byteOffset, long count) {
        throw withTail("array");
    }

    /**
     * Allocates {@code count} structs one after the other, all bytes zero. If {@code count} is 0, nothing is taken from
     * the allocator.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     * @throws UnsupportedOperationException if the struct has a {@link Tail}
     * @throws dev.ashlar.alloc.OutOfLinearMemoryException if there is no room
     */
    public final StructArray<R, V> allocateArray(Allocator allocator, long count) {
        if (hasTail()) {
            throw withTail("array");
        }
        Memory memory =
                StructRange.allocate(allocator, StructRange.ofArray(name(), count, byteSize()), byteAlignment());
        return arrayAt(memory, 0, count);
    }

    /**
     * Returns an iterator over the views of the structs in a {@link StructLog}. Generated code overrides it for structs
     * with a tail.
     *
     * @param memory the memory of the log
     * @param byteSize the number of bytes from its start that hold structs
     */
    protected Iterator<V> structsIn(Memory memory, long byteSize) {
        return new StructLogIterator<>(memory, byteSize) {
            @Override
            protected V view(Memory memory, long byteOffset) {
                return at(memory, byteOffset);
            }

            @Override
            protected long byteSize(Memory memory, long byteOffset) {
                return byteSizeAt(memory, byteOffset);
            }

            @Override
            protected String struct() {
                return name();
            }
        };
    }

    /** The exception for a container that holds only structs of one size. */
    final UnsupportedOperationException withTail(String container) {
        return new UnsupportedOperationException(
                "no " + container + " of structs with a tail, use a StructLog: struct=" + name());
    }

    /**
     * Returns the layout as a table to print: offset and size in bytes, name, type and storage; padding has separate
     * rows.
     */
    public final String layoutTable() {
        return LayoutTable.of(name(), byteSize(), byteAlignment(), components);
    }

    /** The name, and the size and alignment in bytes: {@code StructType[p.Person, byteSize=24, byteAlignment=8]}. */
    @Override
    public final String toString() {
        return "StructType[" + name() + ", byteSize=" + byteSize() + ", byteAlignment=" + byteAlignment() + "]";
    }

    /** The layout at an offset that is only aligned to {@code mostAlignment}. */
    final MemoryLayout layout(long mostAlignment) {
        return (hasArms() ? ComponentLayout.arms(this, mostAlignment) : StructMembers.layout(this, mostAlignment))
                .withName(name().substring(name().lastIndexOf('.') + 1))
                .withByteAlignment(mostAlignment);
    }
}

package dev.ashlar.processor.write.library;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.ColumnCopy;
import dev.ashlar.struct.DecodedElements;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.RefTarget;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructAccessors;
import dev.ashlar.struct.StructArray;
import dev.ashlar.struct.StructChain;
import dev.ashlar.struct.StructColumn;
import dev.ashlar.struct.StructColumns;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructElements;
import dev.ashlar.struct.StructLink;
import dev.ashlar.struct.StructList;
import dev.ashlar.struct.StructLog;
import dev.ashlar.struct.StructMap;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.StructRing;
import dev.ashlar.struct.StructRow;
import dev.ashlar.struct.StructType;
import dev.ashlar.struct.StructVariant;
import dev.ashlar.struct.StructView;
import dev.ashlar.struct.TailUnit;
import dev.ashlar.struct.support.AbsentValue;
import dev.ashlar.struct.support.BigEndian;
import dev.ashlar.struct.support.BitField;
import dev.ashlar.struct.support.CheckedArms;
import dev.ashlar.struct.support.CheckedElements;
import dev.ashlar.struct.support.CheckedStruct;
import dev.ashlar.struct.support.CheckedTail;
import dev.ashlar.struct.support.CodecFailure;
import dev.ashlar.struct.support.ColumnRange;
import dev.ashlar.struct.support.ComponentPath;
import dev.ashlar.struct.support.ComponentValue;
import dev.ashlar.struct.support.EnumNumbers;
import dev.ashlar.struct.support.FixedString;
import dev.ashlar.struct.support.Generated;
import dev.ashlar.struct.support.IntegerType;
import dev.ashlar.struct.support.KeyBytes;
import dev.ashlar.struct.support.KeyText;
import dev.ashlar.struct.support.LittleEndian;
import dev.ashlar.struct.support.MapGroup;
import dev.ashlar.struct.support.MapHash;
import dev.ashlar.struct.support.NativeEndian;
import dev.ashlar.struct.support.PresenceBits;
import dev.ashlar.struct.support.PrimitiveElements;
import dev.ashlar.struct.support.StoredInteger;
import dev.ashlar.struct.support.StructIterator;
import dev.ashlar.struct.support.StructLogIterator;
import dev.ashlar.struct.support.StructRange;
import dev.ashlar.struct.support.StructTail;
import dev.ashlar.struct.support.UnionTag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The types that generated code meets, and the heads that all generated classes and methods share. */
public final class Library {
    public static final ClassName ABSENT_VALUE = ClassName.get(AbsentValue.class);
    public static final ClassName ALLOCATOR = ClassName.get(Allocator.class);
    public static final ClassName MEMORY = ClassName.get(Memory.class);
    public static final ClassName CHECKED_ARMS = ClassName.get(CheckedArms.class);
    public static final ClassName CHECKED_ELEMENTS = ClassName.get(CheckedElements.class);
    public static final ClassName CHECKED_STRUCT = ClassName.get(CheckedStruct.class);
    public static final ClassName CHECKED_TAIL = ClassName.get(CheckedTail.class);
    public static final ClassName CODEC_FAILURE = ClassName.get(CodecFailure.class);
    public static final ClassName COLUMN_COPY = ClassName.get(ColumnCopy.class);
    public static final ClassName COLUMN_RANGE = ClassName.get(ColumnRange.class);
    public static final ClassName BIT_FIELD = ClassName.get(BitField.class);
    public static final ClassName COMPONENT_PATH = ClassName.get(ComponentPath.class);
    public static final ClassName COMPONENT_VALUE = ClassName.get(ComponentValue.class);
    public static final ClassName DECODED_ELEMENTS = ClassName.get(DecodedElements.class);
    public static final ClassName ENUM_NUMBERS = ClassName.get(EnumNumbers.class);
    public static final ClassName FIXED_STRING = ClassName.get(FixedString.class);
    public static final ClassName INTEGER_TYPE = ClassName.get(IntegerType.class);
    public static final ClassName KEY_BYTES = ClassName.get(KeyBytes.class);
    public static final ClassName KEY_TEXT = ClassName.get(KeyText.class);
    public static final ClassName LINKED_LIST_ALLOCATOR = ClassName.get(LinkedListAllocator.class);
    public static final ClassName LITTLE_ENDIAN = ClassName.get(LittleEndian.class);
    public static final ClassName MAP_GROUP = ClassName.get(MapGroup.class);
    public static final ClassName MAP_HASH = ClassName.get(MapHash.class);
    static final ClassName MAP_VIEW_ITERATOR = ClassName.get(StructMap.class).nestedClass("ViewIterator");
    public static final ClassName OUT_OF_LINEAR_MEMORY = ClassName.get(OutOfLinearMemoryException.class);
    public static final ClassName PRESENCE_BITS = ClassName.get(PresenceBits.class);
    public static final ClassName PRIMITIVE_ELEMENTS = ClassName.get(PrimitiveElements.class);
    public static final ClassName REF = ClassName.get(Ref.class);
    public static final ClassName REF_TARGET = ClassName.get(RefTarget.class);
    public static final ClassName STORAGE_TYPE = ClassName.get(StorageType.class);
    public static final ClassName STORED_INTEGER = ClassName.get(StoredInteger.class);
    public static final ClassName STRUCT_ARRAY = ClassName.get(StructArray.class);
    public static final ClassName STRUCT_COLUMN = ClassName.get(StructColumn.class);
    public static final ClassName STRUCT_COLUMNS = ClassName.get(StructColumns.class);
    public static final ClassName STRUCT_COMPONENT = ClassName.get(StructComponent.class);
    public static final ClassName STRUCT_ELEMENTS = ClassName.get(StructElements.class);
    public static final ClassName STRUCT_CHAIN = ClassName.get(StructChain.class);
    public static final ClassName STRUCT_RANGE = ClassName.get(StructRange.class);
    static final ClassName STRUCT_ITERATOR = ClassName.get(StructIterator.class);
    public static final ClassName STRUCT_LINK = ClassName.get(StructLink.class);
    static final ClassName LIST_VIEW_ITERATOR = ClassName.get(StructList.class).nestedClass("ViewIterator");
    public static final ClassName STRUCT_LIST = ClassName.get(StructList.class);
    public static final ClassName STRUCT_LOG = ClassName.get(StructLog.class);
    static final ClassName STRUCT_LOG_ITERATOR = ClassName.get(StructLogIterator.class);
    public static final ClassName STRUCT_MAP = ClassName.get(StructMap.class);
    public static final ClassName STRUCT_ORDER = ClassName.get(StructOrder.class);
    public static final ClassName STRUCT_RING = ClassName.get(StructRing.class);
    public static final ClassName STRUCT_ROW = ClassName.get(StructRow.class);
    public static final ClassName STRUCT_TAIL = ClassName.get(StructTail.class);
    public static final ClassName TAIL_UNIT = ClassName.get(TailUnit.class);
    public static final ClassName STRUCT_TYPE = ClassName.get(StructType.class);
    public static final ClassName STRUCT_VARIANT = ClassName.get(StructVariant.class);
    public static final ClassName UNION_TAG = ClassName.get(UnionTag.class);
    public static final ClassName STRUCT_VIEW = ClassName.get(StructView.class);

    /** The classes whose methods and constants the code names: a variable of the same name would hide them. */
    public static final Set<String> SIMPLE_NAMES = Stream.of(
                    ABSENT_VALUE,
                    BIT_FIELD,
                    CODEC_FAILURE,
                    COLUMN_COPY,
                    COLUMN_RANGE,
                    CHECKED_ARMS,
                    COMPONENT_PATH,
                    COMPONENT_VALUE,
                    FIXED_STRING,
                    INTEGER_TYPE,
                    KEY_BYTES,
                    KEY_TEXT,
                    LITTLE_ENDIAN,
                    MAP_GROUP,
                    MAP_HASH,
                    PRESENCE_BITS,
                    PRIMITIVE_ELEMENTS,
                    REF_TARGET,
                    STORAGE_TYPE,
                    STORED_INTEGER,
                    STRUCT_ELEMENTS,
                    STRUCT_CHAIN,
                    STRUCT_RANGE,
                    STRUCT_ORDER,
                    STRUCT_TAIL,
                    TAIL_UNIT,
                    UNION_TAG,
                    endian(StructOrder.BIG_ENDIAN),
                    endian(StructOrder.NATIVE))
            .map(ClassName::simpleName)
            .collect(Collectors.toUnmodifiableSet());

    public static final AnnotationSpec NULLABLE = AnnotationSpec.builder(
                    ClassName.get("org.jspecify.annotations", "Nullable"))
            .build();

    private static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private static final String PROCESSOR = "dev.ashlar.processor.StructProcessor";

    private Library() {}

    // @Generated("dev.ashlar.processor.StructProcessor")
    // public final class PersonView {
    public static TypeSpec.Builder classFor(StructModel struct, ClassName name) {
        return openClassFor(struct, name).addModifiers(Modifier.FINAL);
    }

    // @Generated("dev.ashlar.processor.StructProcessor")
    // public sealed class PersonView {
    public static TypeSpec.Builder sealedClassFor(StructModel struct, ClassName name) {
        return openClassFor(struct, name).addModifiers(Modifier.SEALED);
    }

    private static TypeSpec.Builder openClassFor(StructModel struct, ClassName name) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", PROCESSOR)
                        .build());
        if (struct.surroundings().isDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        if (struct.settings().accessors() == StructAccessors.BEAN) {
            // Else Kotlin would take every type for one that may be null.
            type.addAnnotation(NULL_MARKED);
        }
        if (struct.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        return type;
    }

    /** The class with the layouts of numbers in a byte order. */
    public static ClassName valueLayouts(StructOrder order) {
        return order == StructOrder.LITTLE_ENDIAN ? LITTLE_ENDIAN : endian(order);
    }

    /** The class that loads and stores in a byte order other than little-endian. */
    static ClassName endian(StructOrder order) {
        return ClassName.get(order == StructOrder.BIG_ENDIAN ? BigEndian.class : NativeEndian.class);
    }

    // "xs", value.xs(), LENGTH_XS
    // "xs", value.xs()
    public static CodeBlock arguments(CodeBlock path, CodeBlock values, Optional<CodeBlock> length) {
        CodeBlock arguments = CodeBlock.of("$L,$W$L", path, values);
        return length.map(each -> CodeBlock.of("$L,$W$L", arguments, each)).orElse(arguments);
    }

    // ComponentValue.requireLength("xs", xs, LENGTH_XS)
    // ComponentValue.requireLength(ComponentPath.of(component, "xs"), value.xs(), LENGTH_XS)
    public static CodeBlock requireLength(CodeBlock path, CodeBlock array, CodeBlock length) {
        return CodeBlock.of("$T.requireLength($L,$W$L, $L)", COMPONENT_VALUE, path, array, length);
    }

    // @Override
    // public long size() {
    public static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    /** A method that a class of the core asks its generated subclass for. */
    // @Override
    // protected PersonView viewAt() {
    public static MethodSpec.Builder hook(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned);
    }

    /** The public method that tells the value of a field, by the name of both. */
    // public Memory memory() {
    //     return memory;
    public static MethodSpec getter(String field, TypeName type) {
        return override(field).returns(type).addStatement("return $L", field).build();
    }
}

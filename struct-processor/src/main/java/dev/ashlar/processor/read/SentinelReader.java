package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.model.Message;
import dev.ashlar.struct.StorageType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the number of an {@code @Absent}, which must be one that can be stored and that no present value has. */
final class SentinelReader {
    private final ComponentSettings settings;
    private final Findings findings;

    SentinelReader(ComponentSettings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    /** The number that is {@code written} for what is {@code stored}; null, with a finding, if it cannot stand for absence. */
    @Nullable
    Number read(String written, ComponentType stored) {
        return switch (stored) {
            case ComponentType.Primitive primitive
            when primitive.primitive() != JavaPrimitive.BOOLEAN -> number(written, primitive.storageType());
            case ComponentType.Enumeration enumeration -> constant(written, enumeration);
            case ComponentType.BitField bits when !bits.isTruth() -> bits(written, bits);
            default -> {
                findings.wrong(
                        settings.site(), Message.ABSENT_TYPE, settings.name(), settings.describe(settings.type()));
                yield null;
            }
        };
    }

    private @Nullable Number number(String written, StorageType storage) {
        if (storage.isInteger()) {
            return integer(written, storage.min(), storage.max(), storage.toString());
        }
        Double value = floating(written, storage);
        if (value == null) {
            notHeld(written, storage.toString(), "NaN, or a decimal number in the range of " + storage);
        }
        return value;
    }

    /** The value that is nearest to a decimal number; null where that is infinite, or zero for another number. */
    private static @Nullable Double floating(String written, StorageType storage) {
        if (written.equals("NaN")) {
            return Double.NaN;
        }
        try {
            BigDecimal decimal = new BigDecimal(written);
            double value = storage == StorageType.F32 ? decimal.floatValue() : decimal.doubleValue();
            boolean isLost = Double.isInfinite(value) || (value == 0 && decimal.signum() != 0);
            return isLost ? null : Double.valueOf(value);
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    private @Nullable Number constant(String written, ComponentType.Enumeration enumeration) {
        Number number = number(written, enumeration.storageType());
        refuseConstant(written, number, enumeration.model());
        return number;
    }

    private void refuseConstant(String written, @Nullable Number number, EnumModel model) {
        int index = number == null ? -1 : model.numbers().indexOf(number.longValue());
        if (index >= 0) {
            findings.wrong(
                    settings.site(),
                    Message.ABSENT_CONSTANT,
                    settings.name(),
                    written,
                    model.constants().get(index));
        }
    }

    private @Nullable Number bits(String written, ComponentType.BitField bits) {
        long min = StorageRule.leastOf(bits);
        long max = StorageRule.mostOf(bits);
        Number number = integer(written, min, max, "a bit-field of " + bits.width() + " bits");
        bits.enumeration().ifPresent(model -> refuseConstant(written, number, model));
        return number;
    }

    private @Nullable Number integer(String written, long min, long max, String storage) {
        try {
            long value = Long.parseLong(written);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException malformed) {
            // The same advice.
        }
        notHeld(written, storage, "an integer from " + min + " to " + max);
        return null;
    }

    private void notHeld(String written, String storage, String advice) {
        findings.wrong(settings.site(), Message.ABSENT_VALUE, settings.name(), written, storage, advice);
    }
}

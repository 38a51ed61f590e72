package dev.ashlar.struct;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says more of what a codec stores; every attribute is optional. See {@link StoredBy}.
 *
 * <pre>{@code
 * @StoredForm(name = "Cents")
 * final class MoneyCodec { ... }      // order.priceCents() beside order.price()
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface StoredForm {
    /**
     * The end of the names of the accessors of the stored form, which start with that of the component: letters and
     * digits, the first of them a capital.
     */
    String name() default "Stored";

    /**
     * The length of the stored form in bytes, if that is a {@code byte[]}, unless {@code encode} takes the length of each
     * component; 0 for every other type.
     */
    int byteSize() default 0;
}

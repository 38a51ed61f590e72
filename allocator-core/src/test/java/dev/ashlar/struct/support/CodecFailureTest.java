package dev.ashlar.struct.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class CodecFailureTest {
    private final IllegalStateException failure = new IllegalStateException("too dear");

    @Test
    void refused_saysWhatWhereAndWhy() {
        assertThat(CodecFailure.refused("p.Order#price", 300, "I64", "p.MoneyCodec", failure))
                .hasMessage("value does not fit: struct=p.Order component=price value=300 storage=I64"
                        + " codec=p.MoneyCodec: too dear")
                .hasCause(failure);
    }

    @Test
    void refused_whenTheCodecGivesNoReason_namesItsException() {
        assertThat(CodecFailure.refused("p.Order#price", 300, "I64", "p.MoneyCodec", new ArithmeticException()))
                .hasMessageEndingWith(" codec=p.MoneyCodec: ArithmeticException");
    }

    @Test
    void unreadable_saysWhatIsStored() {
        assertThat(CodecFailure.unreadable("p.Order#id", new byte[] {1, (byte) 0xff}, "p.IdCodec", failure))
                .hasMessage("no value is stored as this: struct=p.Order component=id stored=01ff codec=p.IdCodec:"
                        + " too dear")
                .hasCause(failure);
    }

    @Test
    void text_whenTheValueCannotTellIt_isItsClass() {
        Object value = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        assertThat(CodecFailure.refused("p.Order#price", value, "I64", "p.MoneyCodec", failure))
                .hasMessageContaining(" value=" + value.getClass().getName() + " ");
    }

    @Test
    @SuppressWarnings({"NullAway", "ToStringReturnsNull"}) // an object that breaks its contract
    void text_whenTheValueHasNone_isNull() {
        Object value = new Object() {
            @Override
            public String toString() {
                return null;
            }
        };
        assertThat(CodecFailure.refused("p.Order#price", value, "I64", "p.MoneyCodec", failure))
                .hasMessageContaining(" value=null storage");
    }

    /** Making their text would take seconds. */
    @Test
    void text_whenANumberHasMillionsOfDigits_isItsSize() {
        BigInteger many = BigInteger.ONE.shiftLeft(10_000_000);
        assertThat(CodecFailure.refused("p.Order#price", new BigDecimal(many, 4), "I64", "p.MoneyCodec", failure))
                .hasMessageContaining(" value=BigDecimal[bitLength=10000001, scale=4] storage");
        assertThat(CodecFailure.refused("p.Order#price", many, "I64", "p.MoneyCodec", failure))
                .hasMessageContaining(" value=BigInteger[bitLength=10000001] storage");
    }

    @Test
    void text_whenLong_isCut() {
        assertThat(CodecFailure.refused("p.Order#price", "x".repeat(201), "I64", "p.MoneyCodec", failure))
                .hasMessageContaining(" value=" + "x".repeat(200) + "... storage");
    }
}

package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;

@Struct
@Code(1)
record Sum(Ref<Expr> left, Ref<Expr> right) implements Expr {
    @SuppressWarnings("NullAway") // both sides of a sum are set
    static int value(ExprView expr) {
        return switch (expr.tag()) {
            case LITERAL -> expr.asLiteral().value();
            case SUM -> value(expr.asSum().left()) + value(expr.asSum().right());
        };
    }
}

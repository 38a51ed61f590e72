package dev.ashlar.tests.garbage;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructLog;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Structs on the Java heap, in a mapped file and in an arena, used before others are measured: the JIT then knows several
 * classes of views and memories, as in a program of some size.
 */
final class OtherStructs {
    private static final int COUNT = 100;

    /** Room for the columns or the log of one struct, in bytes. */
    private static final long PART = 8_192;

    private OtherStructs() {}

    /** Uses each in all ways, {@code rounds} times. */
    static void use(int rounds) throws IOException {
        try (Arena arena = Arena.ofConfined();
                LinearMemory onHeap = LinearMemory.createOnHeap(1)) {
            OrderArray orders = OrderArray.at(onHeap.span(64, COUNT * OrderView.BYTE_SIZE), 0, COUNT);
            PaymentArray payments =
                    PaymentArray.at(Memory.of(arena.allocate(COUNT * PaymentView.BYTE_SIZE, 8)), 0, COUNT);
            Path file = Files.createTempFile("invoices", null);
            try (LinearMemory mapped = LinearMemory.map(file, 1, 1)) {
                InvoiceArray invoices = InvoiceArray.at(mapped.span(64, COUNT * InvoiceView.BYTE_SIZE), 0, COUNT);
                for (int round = 1; round <= rounds; round++) {
                    check(round, useOrders(orders, round), useInvoices(invoices, round), usePayments(payments, round));
                }
                useRows(onHeap.span(PART, PART), mapped.span(PART, PART), Memory.of(arena.allocate(PART)), rounds);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void check(int round, double... sums) {
        for (double sum : sums) {
            if (sum != 2.0 * COUNT * round) {
                throw new IllegalStateException("wrong sum: sum=" + sum + " round=" + round);
            }
        }
    }

    private static double useOrders(OrderArray orders, int round) {
        double sum = 0;
        for (OrderView order : orders) {
            order.write(new Order(round, round));
        }
        for (OrderView.Cursor order = orders.cursor(); order.advance(); ) {
            sum += order.amount() + orders.read(order.index()).number();
        }
        return sum;
    }

    private static double useInvoices(InvoiceArray invoices, int round) {
        double sum = 0;
        for (InvoiceView invoice : invoices) {
            invoice.write(new Invoice(round, round));
        }
        for (InvoiceView.Cursor invoice = invoices.cursor(); invoice.advance(); ) {
            sum += invoice.amount() + invoices.read(invoice.index()).number();
        }
        return sum;
    }

    private static double usePayments(PaymentArray payments, int round) {
        double sum = 0;
        for (PaymentView payment : payments) {
            payment.write(new Payment(round, round, (short) 0));
        }
        for (PaymentView.Cursor payment = payments.cursor(); payment.advance(); ) {
            sum += payment.amount() + payments.read(payment.index()).number();
        }
        return sum;
    }

    /** Columns and logs of other structs. */
    private static void useRows(Memory onHeap, Memory mapped, Memory arena, int rounds) {
        OrderColumns orders = OrderColumns.at(onHeap, 0, COUNT);
        InvoiceColumns invoices = InvoiceColumns.at(mapped, 0, COUNT);
        PaymentColumns payments = PaymentColumns.at(arena, 0, COUNT);
        for (int round = 1; round <= rounds; round++) {
            double sum = 0;
            orders.fillNumber(round);
            invoices.fillNumber(round);
            payments.fillNumber(round);
            for (OrderColumns.Cursor order = orders.cursor(); order.advance(); ) {
                sum += order.number();
            }
            for (InvoiceColumns.Cursor invoice = invoices.cursor(); invoice.advance(); ) {
                sum += invoice.number();
            }
            for (PaymentColumns.Row payment : payments) {
                sum += payment.number();
            }
            check(round, sum * 2 / 3);
        }
        for (Memory memory : new Memory[] {onHeap, mapped, arena}) {
            useLogs(memory, rounds);
        }
    }

    private static void useLogs(Memory memory, int rounds) {
        StructLog<Remark, RemarkView> remarks = StructLog.over(memory, RemarkView.type());
        for (int i = 0; i < COUNT; i++) {
            remarks.append(new Remark(i, "x".repeat(i % 5)));
        }
        for (int round = 1; round <= rounds; round++) {
            double sum = 0;
            for (RemarkView.Cursor remark = RemarkView.Cursor.of(remarks); remark.advance(); ) {
                sum += remark.number(round).number();
            }
            check(round, sum * 2);
        }
        StructLog<Trail, TrailView> trails = StructLog.over(memory, TrailView.type());
        for (int i = 0; i < COUNT; i++) {
            trails.append(new Trail(i, new short[i % 5]));
        }
        for (int round = 1; round <= rounds; round++) {
            double sum = 0;
            for (TrailView.Cursor trail = TrailView.Cursor.of(trails); trail.advance(); ) {
                sum += trail.number(round).number();
            }
            check(round, sum * 2);
        }
    }
}

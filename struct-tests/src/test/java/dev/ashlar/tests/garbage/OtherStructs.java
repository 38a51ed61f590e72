package dev.ashlar.tests.garbage;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Three structs, one on the Java heap, one in a mapped file and one in an arena, used before others are measured: the JIT
 * then knows several classes of views and memories, as in a program of some size.
 */
final class OtherStructs {
    private static final int COUNT = 100;

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
}

package dev.ashlar.benchmarks;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructList;
import dev.ashlar.struct.StructLog;
import dev.ashlar.struct.Tail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Three structs that nothing is measured with, gone through before others are, in every way that there is: the JIT then
 * knows several classes of views, arrays and iterators, as it does in a program of some size. Code that all of them share
 * would be compiled for one class else, and look faster than it is.
 */
public final class OtherStructs {
    private static final int COUNT = 1_000;
    private static final int ROUNDS = 200;
    private static final long PAGES = 20;

    private OtherStructs() {}

    @Struct(list = true)
    record Order(long number, double amount, Ref<Order> next) {}

    @Struct(list = true)
    record Invoice(int number, float amount, Ref<Invoice> next) {}

    @Struct(list = true)
    record Payment(double amount, Ref<Payment> next) {}

    @Struct(columns = true)
    record Point(long x, double y) {}

    @Struct(columns = true)
    record Pixel(int x, float y) {}

    @Struct(columns = true)
    record Voxel(double x, double y, double z) {}

    @Struct
    record Info(long time, @Tail String text) {}

    @Struct
    record Warning(int code, @Tail String text) {}

    @Struct
    record Failure(double when, int code, @Tail String text) {}

    /** Goes through all of them, often enough that what does so is compiled. */
    public static void visit() {
        try (LinearMemory memory = LinearMemory.create(PAGES)) {
            visit(memory);
        }
    }

    /**
     * As {@link #visit()}, on the Java heap, in a mapped file, in an array of bytes and in an arena too, so that the JIT knows
     * several kinds of segments.
     */
    public static void visitInAllMemories() {
        visit();
        visit(Memory.of(MemorySegment.ofArray(new byte[COUNT * 24])));
        visit(Memory.of(Arena.ofAuto().allocate(COUNT * 24, 8)));
        try (LinearMemory onHeap = LinearMemory.createOnHeap(PAGES)) {
            visit(onHeap);
        }
        try {
            Path file = Files.createTempFile("other-structs", null);
            try (LinearMemory mapped = LinearMemory.map(file, PAGES, PAGES)) {
                visit(mapped);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void visit(Memory memory) {
        OtherStructs_OrderArray orders = OtherStructs_OrderArray.at(memory, 0, COUNT);
        OtherStructs_InvoiceArray invoices = OtherStructs_InvoiceArray.at(memory, 0, COUNT);
        for (int round = 0; round < ROUNDS; round++) {
            double total = 0;
            for (OtherStructs_OrderView order : orders) {
                total += order.number(round).amount(0.5).amount();
            }
            for (OtherStructs_InvoiceView invoice : invoices) {
                total += invoice.number(round).amount(0.5f).amount();
            }
            visitByCursor(orders, invoices);
            if (total != COUNT) {
                throw new IllegalStateException("wrong sum: total=" + total);
            }
        }
    }

    /** Copies each struct onto itself. */
    private static void visitByCursor(OtherStructs_OrderArray orders, OtherStructs_InvoiceArray invoices) {
        for (OtherStructs_OrderView.Cursor order = orders.cursor(); order.advance(); ) {
            orders.set(order.index(), order.read());
            order.write(orders.read(order.index()));
        }
        for (OtherStructs_InvoiceView.Cursor invoice = invoices.cursor(); invoice.advance(); ) {
            invoices.set(invoice.index(), invoice.read());
            invoice.write(invoices.read(invoice.index()));
        }
    }

    /** Stores in each what it holds. */
    private static void visitByCursor(
            OtherStructs_PointColumns points,
            OtherStructs_PixelColumns pixels,
            StructLog<Info, OtherStructs_InfoView> infos,
            StructLog<Warning, OtherStructs_WarningView> warnings) {
        for (OtherStructs_PointColumns.Cursor point = points.cursor(); point.advance(); ) {
            point.x(point.x()).y(point.y());
        }
        for (OtherStructs_PixelColumns.Cursor pixel = pixels.cursor(); pixel.advance(); ) {
            pixel.x(pixel.x()).y(pixel.y());
        }
        for (OtherStructs_InfoView.Cursor info = OtherStructs_InfoView.Cursor.of(infos); info.advance(); ) {
            info.time(info.time() + info.textLength());
        }
        for (OtherStructs_WarningView.Cursor warning = OtherStructs_WarningView.Cursor.of(warnings);
                warning.advance(); ) {
            warning.code(warning.code() + warning.textLength());
        }
    }

    private static void visit(LinearMemory memory) {
        BumpAllocator allocator = BumpAllocator.over(memory, 1_024);
        OtherStructs_OrderArray orders = OtherStructs_OrderArray.allocate(allocator, COUNT);
        OtherStructs_InvoiceArray invoices = OtherStructs_InvoiceArray.allocate(allocator, COUNT);
        OtherStructs_PaymentArray payments = OtherStructs_PaymentArray.allocate(allocator, COUNT);
        OtherStructs_OrderList orderList = OtherStructs_OrderList.create(allocator, COUNT);
        OtherStructs_InvoiceList invoiceList = OtherStructs_InvoiceList.create(allocator, COUNT);
        OtherStructs_PaymentList paymentList = OtherStructs_PaymentList.create(allocator, COUNT);
        StructLog<Info, OtherStructs_InfoView> infos =
                StructLog.over(allocator.allocate(COUNT * 16), OtherStructs_InfoView.type());
        StructLog<Warning, OtherStructs_WarningView> warnings =
                StructLog.over(allocator.allocate(COUNT * 16), OtherStructs_WarningView.type());
        StructLog<Failure, OtherStructs_FailureView> failures =
                StructLog.over(allocator.allocate(COUNT * 24), OtherStructs_FailureView.type());
        OtherStructs_PointColumns points = OtherStructs_PointColumns.allocate(allocator, COUNT);
        OtherStructs_PixelColumns pixels = OtherStructs_PixelColumns.allocate(allocator, COUNT);
        OtherStructs_VoxelColumns voxels = OtherStructs_VoxelColumns.allocate(allocator, COUNT);
        StructList<?, ?> anyOrders = StructList.create(allocator, OtherStructs_OrderView.type(), COUNT);
        StructList<?, ?> anyInvoices = StructList.create(allocator, OtherStructs_InvoiceView.type(), COUNT);
        StructList<?, ?> anyPayments = StructList.create(allocator, OtherStructs_PaymentView.type(), COUNT);
        for (int i = 0; i < COUNT; i++) {
            orders.get(i).next(i == 0 ? null : orders.get(i - 1));
            invoices.get(i).next(i == 0 ? null : invoices.get(i - 1));
            payments.get(i).next(i == 0 ? null : payments.get(i - 1));
            orderList.add();
            invoiceList.add();
            paymentList.add();
            anyOrders.add();
            anyInvoices.add();
            anyPayments.add();
            infos.append(new Info(i, "text"));
            warnings.append(new Warning(i, "text"));
            failures.append(new Failure(i, i, "text"));
        }
        List<Iterable<?>> all = List.of(
                orders,
                invoices,
                payments,
                orderList,
                invoiceList,
                paymentList,
                anyOrders,
                anyInvoices,
                anyPayments,
                orders.get(COUNT - 1).nextChain(),
                invoices.get(COUNT - 1).nextChain(),
                payments.get(COUNT - 1).nextChain(),
                points,
                pixels,
                voxels,
                infos,
                warnings,
                failures);
        long seen = 0;
        for (int round = 0; round < ROUNDS; round++) {
            visitByCursor(orders, invoices);
            visitByCursor(points, pixels, infos, warnings);
            scramble(orderList, invoiceList, paymentList, round);
            orderList.sortByLong(OtherStructs_OrderView::number);
            invoiceList.sortByLong(OtherStructs_InvoiceView::number);
            paymentList.sortByDouble(OtherStructs_PaymentView::amount);
            scramble(orderList, invoiceList, paymentList, ~round);
            orderList.sort(Comparator.comparingDouble(OtherStructs_OrderView::amount));
            invoiceList.sort(Comparator.comparingDouble(OtherStructs_InvoiceView::amount));
            paymentList.sort(Comparator.comparingDouble(OtherStructs_PaymentView::amount));
            for (Iterable<?> each : all) {
                for (Object element : each) {
                    seen += element == null ? 0 : 1;
                }
            }
        }
        if (seen != (long) ROUNDS * COUNT * all.size()) {
            throw new IllegalStateException("elements are missing: seen=" + seen);
        }
    }

    private static void scramble(
            OtherStructs_OrderList orders,
            OtherStructs_InvoiceList invoices,
            OtherStructs_PaymentList payments,
            int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < COUNT; i++) {
            orders.get(i).number(random.nextLong()).amount(random.nextDouble());
            invoices.get(i).number(random.nextInt()).amount(random.nextFloat());
            payments.get(i).amount(random.nextDouble());
        }
    }
}

package dev.ashlar.tests.garbage;

/** Methods of their own, to which loops pass views and rows. */
final class Helper {
    private Helper() {}

    /** Reads and writes all eight components. */
    static void addOne(Wide8View view) {
        view.f0(view.f0() + 1);
        view.f1(view.f1() + 1);
        view.f2(view.f2() + 1);
        view.f3((short) (view.f3() + 1));
        view.f4(view.f4() + 1);
        view.f5(view.f5() + 1);
        view.f6(view.f6() + 1);
        view.f7(view.f7() + 1);
    }

    /** Reads and writes all components of a row. */
    static void addOne(ItemColumns.Row row) {
        row.key(row.key() + 1);
        row.weight(row.weight() + 1);
        row.rank(row.rank() + 1);
        row.key(row.key() - 1);
    }
}

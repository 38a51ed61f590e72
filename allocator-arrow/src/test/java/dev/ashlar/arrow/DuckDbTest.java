package dev.ashlar.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.arrow.Everything.Colour;
import dev.ashlar.arrow.Everything.Grade;
import dev.ashlar.arrow.Everything.Point;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.Ref;
import java.lang.foreign.MemorySegment;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.arrow.c.ArrowArrayStream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the real DuckDB reads from exported columns. */
class DuckDbTest {
    private static final List<Colour> COLOURS = List.of(Colour.RED, Colour.GREEN, Colour.BLUE);

    @AutoClose
    private final LinearMemory memory = LinearMemory.create(1);

    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AutoClose
    private DuckDBConnection duck;

    @BeforeEach
    void connect() throws SQLException {
        duck = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
    }

    private static Everything row(int i) {
        Point point = new Point(i, i / 2.0);
        return new Everything(
                (byte) -i,
                (short) (-300 * (i % 100)),
                -70_000 * (i % 1000),
                -5_000_000_000L * i,
                i % 256,
                65_535 - i % 1000,
                4_294_967_295L - i,
                i * 0.5f,
                i * 0.25,
                i % 3 == 0,
                (char) ('a' + i % 26),
                COLOURS.get(i % 3),
                i % 2 == 0 ? Grade.LOW : Grade.HIGH,
                new short[] {(short) i, (short) (i % 7), (short) -(i % 100)},
                point,
                new Point[] {point, new Point(-i, 1)},
                i % 4 == 0 ? "" : "nä" + i,
                i % 5 == 0 ? OptionalInt.empty() : OptionalInt.of(i),
                i % 6 == 0 ? OptionalInt.empty() : OptionalInt.of(i),
                Ref.none(),
                MemorySegment.ofAddress(1000 + i));
    }

    private EverythingColumns columns(int count) {
        EverythingColumns columns = EverythingColumns.allocate(allocator, count);
        for (int i = 0; i < count; i++) {
            columns.set(i, row(i));
        }
        return columns;
    }

    private List<List<Object>> query(String sql) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private String types(String table) throws SQLException {
        return query("describe " + table).stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .toList()
                .toString();
    }

    private void copyToTable(ArrowStream stream, String table) throws SQLException {
        duck.registerArrowStream("exported", new ArrowArrayStream(stream.address()));
        try (Statement statement = duck.createStatement()) {
            statement.execute("create or replace table " + table + " as from exported");
        }
    }

    @Test
    void types_areThoseOfTheComponents() throws SQLException {
        try (ArrowStream stream = ArrowStream.of(columns(10))) {
            copyToTable(stream, "t");
        }
        assertThat(types("t"))
                .isEqualTo(
                        "[i8 TINYINT, i16 SMALLINT, i32 INTEGER, i64 BIGINT, u8 UTINYINT, u16 USMALLINT, u32 UINTEGER,"
                                + " f32 FLOAT, f64 DOUBLE, truth BOOLEAN, letter USMALLINT, colour VARCHAR, grade VARCHAR,"
                                + " sizes SMALLINT[3], start STRUCT(x INTEGER, y DOUBLE), points STRUCT(x INTEGER, y DOUBLE)[2],"
                                + " name VARCHAR, age INTEGER, level INTEGER, point BIGINT, pointer UBIGINT]");
    }

    @Test
    void values_ofEachType_inSeveralBatches() throws SQLException {
        int count = 3_000;
        EverythingColumns columns = columns(count);
        // 100 is not a multiple of 8, so that validity bitmaps start within a byte.
        for (long batchRows : new long[] {1 << 17, 1024, 100}) {
            try (ArrowStream stream = ArrowStream.of(columns, ArrowOptions.DEFAULT.withBatchRows(batchRows))) {
                copyToTable(stream, "t");
                assertThat(stream.isReleased()).isTrue();
            }
            assertValues(0, count);
        }
        columns.free();
    }

    @Test
    void values_ofASlice() throws SQLException {
        EverythingColumns columns = columns(100);
        try (ArrowStream stream = ArrowStream.of(columns.slice(13, 77))) {
            copyToTable(stream, "t");
        }
        assertValues(13, 77);
        columns.free();
    }

    private void assertValues(int from, int to) throws SQLException {
        List<List<Object>> rows = query(
                "select i8, i16, i32, i64, u8, u16, u32, f32, f64, truth, letter, colour, grade,"
                        + " sizes::varchar, start::varchar, points::varchar, name, age, level, point, pointer::bigint from t");
        assertThat(rows).hasSize(to - from);
        for (int i = from; i < to; i++) {
            Everything e = row(i);
            String point = "{'x': " + i + ", 'y': " + i / 2.0 + "}";
            assertThat(rows.get(i - from).toString())
                    .isEqualTo("[" + e.i8() + ", " + e.i16() + ", " + e.i32() + ", " + e.i64() + ", " + e.u8() + ", "
                            + e.u16() + ", " + e.u32() + ", " + e.f32() + ", " + e.f64() + ", " + e.truth() + ", "
                            + (int) e.letter() + ", " + e.colour() + ", " + e.grade() + ", "
                            + List.of(e.sizes()[0], e.sizes()[1], e.sizes()[2]) + ", " + point + ", [" + point
                            + ", {'x': " + -i + ", 'y': 1.0}], " + e.name() + ", "
                            + (e.age().isPresent() ? i : null) + ", "
                            + (e.level().isPresent() ? i : null) + ", 0, " + (1000 + i) + "]");
        }
    }

    /** DuckDB pushes its projection down; the JDBC driver must not mix up columns for it. */
    @Test
    void query_ofSomeColumns_readsTheRightOnes() throws SQLException {
        EverythingColumns columns = columns(1_000);
        try (ArrowStream stream = ArrowStream.of(columns)) {
            duck.registerArrowStream("exported", new ArrowArrayStream(stream.address()));
            assertThat(
                            query(
                                    "select sum(f64), count(age), max(u16), min(name) from exported where colour = 'GREEN' and i64 < 0"))
                    .hasToString(query("select sum(i * 0.25), count(*) filter (i % 5 <> 0), max(65535 - i)::usmallint,"
                                    + " min(case when i % 4 = 0 then '' else 'nä' || i end)"
                                    + " from range(1000) r(i) where i % 3 = 1")
                            .toString());
        }
    }

    @Test
    void bigEndian_isTurnedRound() throws SQLException {
        BigEndianColumns columns = BigEndianColumns.allocate(allocator, 2);
        columns.set(1, new BigEndian((short) 258, 70_000, -5L, 2.5, Colour.BLUE));
        try (ArrowStream stream = ArrowStream.of(columns)) {
            copyToTable(stream, "t");
        }
        assertThat(query("from t").toString()).isEqualTo("[[0, 0, 0, 0.0, RED], [258, 70000, -5, 2.5, BLUE]]");
    }

    @Test
    void booleansInPlace_haveTheExtensionType() throws SQLException {
        try (ArrowStream stream = ArrowStream.of(columns(4), ArrowOptions.DEFAULT.withBooleansInPlace())) {
            copyToTable(stream, "t");
        }
        assertThat(query("select truth from t").toString()).isEqualTo("[[true], [false], [false], [true]]");
    }

    @Test
    void damagedNumber_isAnErrorOfTheQuery() {
        EverythingColumns columns = columns(4);
        columns.colourColumn().setAtIndex(java.lang.foreign.ValueLayout.JAVA_INT, 2, 1_000_000);
        try (ArrowStream stream = ArrowStream.of(columns)) {
            assertThatThrownBy(() -> copyToTable(stream, "t"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("stored number has no constant")
                    .hasMessageContaining("number=1000000")
                    .hasMessageContaining("row=2");
        }
        columns.free();
    }

    @Test
    void noRows() throws SQLException {
        try (ArrowStream stream = ArrowStream.of(columns(0))) {
            copyToTable(stream, "t");
        }
        assertThat(query("select count(*) from t").toString()).isEqualTo("[[0]]");
    }
}

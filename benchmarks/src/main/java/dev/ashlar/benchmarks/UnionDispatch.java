package dev.ashlar.benchmarks;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The areas of figures of three kinds, drawn at random: by the tag of a view, by its number, by reading records for a switch, by
 * hand on the same bytes, and with records on the heap.
 *
 * <p>4 096 figures fit the second-level cache, and branch predictors learn much of their order; that of 262 144 none learns.
 *
 * <p>The loops are not inlined into that of the harness, which has room for one of them and calls it in two places.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// Long enough that 262 144 figures are not measured in code that was compiled for a loop that ran already.
@Warmup(iterations = 40, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@CompilerControl(CompilerControl.Mode.DONT_INLINE)
public class UnionDispatch {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** How many figures. */
    @Param({"4096", "262144"})
    public int count;

    private Figure[] objects;
    private LinearMemory memory;
    private FigureArray figures;
    private MemorySegment segment;

    /** Draws the figures, for all peers the same. */
    @Setup
    public void setUp() {
        objects = new Figure[count];
        memory = LinearMemory.create(count * FigureView.BYTE_SIZE / LinearMemory.PAGE_BYTE_SIZE + 2);
        Memory bytes = memory.span(1_024, count * FigureView.BYTE_SIZE);
        figures = FigureArray.at(bytes, 0, count);
        segment = bytes.segment();
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            objects[i] = switch (random.nextInt(3)) {
                case 0 -> new Figure.Rect(random.nextDouble(), 2);
                case 1 -> new Figure.Circle(random.nextDouble());
                default -> new Figure.Triangle(random.nextDouble(), 3);
            };
            figures.set(i, objects[i]);
        }
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    @Benchmark
    public double areas_view() {
        double sum = 0;
        for (FigureView figure : figures) {
            sum += switch (figure.tag()) {
                case RECT -> figure.asRect().width() * figure.asRect().height();
                case CIRCLE -> figure.asCircle().radius() * figure.asCircle().radius() * Math.PI;
                case TRIANGLE ->
                    figure.asTriangle().base() * figure.asTriangle().height() / 2;
            };
        }
        return sum;
    }

    @Benchmark
    public double areas_number() {
        double sum = 0;
        for (FigureView figure : figures) {
            int tag = figure.tagNumber();
            sum += switch (tag) {
                case FigureView.TAG_RECT ->
                    figure.asRect(tag).width() * figure.asRect(tag).height();
                case FigureView.TAG_CIRCLE ->
                    figure.asCircle(tag).radius() * figure.asCircle(tag).radius() * Math.PI;
                case FigureView.TAG_TRIANGLE ->
                    figure.asTriangle(tag).base() * figure.asTriangle(tag).height() / 2;
                default -> throw new IllegalStateException("unknown tag: " + figure);
            };
        }
        return sum;
    }

    @Benchmark
    public double areas_read() {
        double sum = 0;
        for (FigureView figure : figures) {
            sum += area(figure.read());
        }
        return sum;
    }

    @Benchmark
    public double areas_segment() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            long offset = i * 24L;
            int tag = segment.get(INT, offset);
            sum += switch (tag) {
                case 0 -> segment.get(DOUBLE, offset + 8) * segment.get(DOUBLE, offset + 16);
                case 1 -> segment.get(DOUBLE, offset + 8) * segment.get(DOUBLE, offset + 8) * Math.PI;
                case 2 -> segment.get(DOUBLE, offset + 8) * segment.get(DOUBLE, offset + 16) / 2;
                default -> throw new IllegalStateException("unknown tag: " + tag);
            };
        }
        return sum;
    }

    @Benchmark
    public double areas_objects() {
        double sum = 0;
        for (Figure figure : objects) {
            sum += area(figure);
        }
        return sum;
    }

    private static double area(Figure figure) {
        return switch (figure) {
            case Figure.Rect rect -> rect.width() * rect.height();
            case Figure.Circle circle -> circle.radius() * circle.radius() * Math.PI;
            case Figure.Triangle triangle -> triangle.base() * triangle.height() / 2;
        };
    }
}

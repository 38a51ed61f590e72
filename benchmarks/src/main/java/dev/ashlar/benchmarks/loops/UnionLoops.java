package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** The areas of figures of three kinds, in random order: by the number of the tag, and by records. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@OperationsPerInvocation(Loops.COUNT)
public class UnionLoops extends Loops {
    private static final long STRIDE = FigureView.BYTE_SIZE;
    private static final long FIRST = 8;
    private static final long SECOND = 16;

    private FigureArray figures;
    private MemorySegment segment;
    private Figure[] objects;

    @Override
    protected void fill(Allocator allocator) {
        figures = FigureArray.allocate(allocator, COUNT);
        segment = figures.memory().segment();
        objects = new Figure[COUNT];
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            objects[i] = switch (random.nextInt(3)) {
                case 0 -> new Figure.Rect(random.nextDouble(), 2);
                case 1 -> new Figure.Circle(random.nextDouble());
                default -> new Figure.Triangle(random.nextDouble(), 3);
            };
            figures.set(i, objects[i]);
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByTagNumber_view() {
        double sum = 0;
        for (FigureView figure : figures) {
            sum += area(figure);
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByTagNumber_cursor() {
        double sum = 0;
        FigureView.Cursor figure = figures.cursor();
        while (figure.advance()) {
            sum += area(figure);
        }
        return sum;
    }

    private static double area(FigureView figure) {
        int tag = figure.tagNumber();
        return switch (tag) {
            case FigureView.TAG_RECT -> {
                Figure_RectView rect = figure.asRect(tag);
                yield rect.width() * rect.height();
            }
            case FigureView.TAG_CIRCLE -> {
                Figure_CircleView circle = figure.asCircle(tag);
                yield circle.radius() * circle.radius() * Math.PI;
            }
            case FigureView.TAG_TRIANGLE -> {
                Figure_TriangleView triangle = figure.asTriangle(tag);
                yield triangle.base() * triangle.height() / 2;
            }
            default -> throw new IllegalStateException("unknown tag: " + figure);
        };
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByTagNumber_segment() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += area(segment, i * STRIDE);
        }
        return sum;
    }

    private static double area(MemorySegment segment, long offset) {
        int tag = segment.get(INT, offset);
        return switch (tag) {
            case 0 -> segment.get(DOUBLE, offset + FIRST) * segment.get(DOUBLE, offset + SECOND);
            case 1 -> segment.get(DOUBLE, offset + FIRST) * segment.get(DOUBLE, offset + FIRST) * Math.PI;
            case 2 -> segment.get(DOUBLE, offset + FIRST) * segment.get(DOUBLE, offset + SECOND) / 2;
            default -> throw new IllegalStateException("unknown tag: " + tag);
        };
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByTagNumber_objects() {
        double sum = 0;
        for (Figure figure : objects) {
            sum += Figure.area(figure);
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByRead_view() {
        double sum = 0;
        for (FigureView figure : figures) {
            sum += Figure.area(figure.read());
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByRead_cursor() {
        double sum = 0;
        FigureView.Cursor figure = figures.cursor();
        while (figure.advance()) {
            sum += Figure.area(figure.read());
        }
        return sum;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByRead_segment() {
        return unionByTagNumber_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double unionByRead_objects() {
        return unionByTagNumber_objects();
    }
}

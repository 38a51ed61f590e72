package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.HeapMap.Area;
import dev.ashlar.alloc.HeapMap.Kind;
import dev.ashlar.memory.LinearMemory;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeapMapTest {
    private final LinearMemory memory = LinearMemory.create(1, 4);
    private final LinkedListAllocator allocator = LinkedListAllocator.create(memory, 1_000);

    @BeforeEach
    void layOut() {
        for (int i = 0; i < 50; i++) {
            allocator.allocateAddress(40);
        }
        long hole = allocator.allocateAddress(5_000);
        allocator.allocateAddress(10_000);
        allocator.freeAddress(hole);
    }

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void pictures_areTheSameInEveryLocale() {
        HeapMap map = allocator.map();
        String svg = HeapMapSvg.render(map);
        String text = HeapMapText.render(map);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(HeapMapSvg.render(map)).isEqualTo(svg);
            assertThat(HeapMapText.render(map)).isEqualTo(text);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void areas_whenTaken_coverTheHeapWithoutAGap() {
        HeapMap map = allocator.map();
        long next = map.start();
        for (Area area : map.areas()) {
            assertThat(area.address()).isEqualTo(next);
            next += area.byteSize();
        }
        assertThat(map.start()).isEqualTo(1_008);
        assertThat(next).isEqualTo(memory.byteSize());
        assertThat(map.byteSize()).isEqualTo(memory.byteSize() - 1_008);
    }

    @Test
    void liveBlocksByByteSize_whenTaken_countsSlotsAndBlocks() {
        HeapMap map = allocator.map();
        assertThat(map.liveBlocksByByteSize())
                .containsEntry(48L, 50L)
                .containsEntry(10_016L, 1L)
                .hasSize(2);
        assertThat(map.areas().stream().mapToLong(Area::length).sum()).isEqualTo(allocator.usedByteSize());
        assertThat(map.utilisation()).isBetween(0.15, 0.25);
        assertThat(map.byteSize(Kind.LIVE_SLOT)).isEqualTo(50 * 48);
        assertThat(map.byteSize(Kind.LIVE_BLOCK)).isEqualTo(10_016);
    }

    @Test
    void fragmentation_whenFreeSpaceIsSplit_isBetweenNoneAndAll() {
        assertThat(allocator.map().fragmentation()).isBetween(0.05, 0.5);
        try (LinearMemory fresh = LinearMemory.create(1)) {
            assertThat(LinkedListAllocator.over(fresh).map().fragmentation()).isZero();
        }
    }

    @Test
    void render_whenText_drawsEachKindAndALegend() {
        String text = HeapMapText.render(allocator.map());
        assertThat(text).contains("o", "#", ".", "-");
        assertThat(text).contains("each character: 32 bytes").contains("# live block   10016 bytes");
        assertThat(text.lines().limit(30)).allMatch(line -> line.matches("[ \\d]{12} [-=o#.]{1,64}"));
        assertThat(text).startsWith("        1008 =");
    }

    @Test
    void render_whenSvg_isOnePictureThatShowsEachKind() {
        String svg = HeapMapSvg.render(allocator.map());
        assertThat(svg).startsWith("<svg xmlns=").endsWith("</svg>\n");
        assertThat(svg.lines().skip(1).filter(line -> !line.equals("</svg>")))
                .allMatch(line ->
                        line.matches("<rect( [a-z]+=\"[^\"<>]+\")+/>|<text( [a-z-]+=\"[^\"<>]+\")+>[^<>&]+</text>"));
        assertThat(svg).contains("#2f6db5", "#e6e6e6", "#3a9d5d", "#bfe3c9", "live slot: 2400 bytes");
    }

    /** 4 033 squares of 16 bytes: 31 rows of 128, one of 65, and a legend two rows below. */
    @Test
    void render_whenSvg_putsEverySquareInItsPlace() {
        assertThat(HeapMapSvg.render(allocator.map()).lines())
                .hasSize(92)
                .startsWith(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 999 396\" font-family=\"sans-serif\" font-size=\"9\">",
                        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
                        "<text x=\"89\" y=\"11\" text-anchor=\"end\">1008</text>",
                        "<rect x=\"96\" y=\"3\" width=\"28\" height=\"9\" fill=\"#555555\"/>",
                        "<rect x=\"124\" y=\"3\" width=\"203\" height=\"9\" fill=\"#e6e6e6\"/>")
                .containsSubsequence(
                        "<rect x=\"768\" y=\"3\" width=\"224\" height=\"9\" fill=\"#e6e6e6\"/>",
                        "<text x=\"89\" y=\"22\" text-anchor=\"end\">3056</text>",
                        "<rect x=\"96\" y=\"14\" width=\"7\" height=\"9\" fill=\"#e6e6e6\"/>")
                .endsWith(
                        "<rect x=\"96\" y=\"344\" width=\"455\" height=\"9\" fill=\"#e6e6e6\"/>",
                        "<rect x=\"96\" y=\"366\" width=\"9\" height=\"9\" fill=\"#2f6db5\"/>",
                        "<text x=\"109\" y=\"374\">live block: 10016 bytes</text>",
                        "<rect x=\"246\" y=\"366\" width=\"9\" height=\"9\" fill=\"#e6e6e6\"/>",
                        "<text x=\"259\" y=\"374\">free block: 50336 bytes</text>",
                        "<rect x=\"396\" y=\"366\" width=\"9\" height=\"9\" fill=\"#3a9d5d\"/>",
                        "<text x=\"409\" y=\"374\">live slot: 2400 bytes</text>",
                        "<rect x=\"546\" y=\"366\" width=\"9\" height=\"9\" fill=\"#bfe3c9\"/>",
                        "<text x=\"559\" y=\"374\">free slot: 1488 bytes</text>",
                        "<rect x=\"696\" y=\"366\" width=\"9\" height=\"9\" fill=\"#555555\"/>",
                        "<text x=\"709\" y=\"374\">bookkeeping: 288 bytes</text>",
                        "<text x=\"96\" y=\"385\">16 bytes to a square, 2048 to a row</text>",
                        "</svg>");
    }

    @Test
    void map_whenTheBookkeepingIsDamaged_saysSo() {
        memory.storeI64(1_008 + 72, 0);
        assertThatThrownBy(allocator::map)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("address=" + (1_008 + 72));
    }
}

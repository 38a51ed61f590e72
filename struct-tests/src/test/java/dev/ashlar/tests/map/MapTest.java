package dev.ashlar.tests.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructMapStats;
import dev.ashlar.struct.support.MapHash;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The entries of maps, what growth ends, and the state of a map after an operation that was refused. */
class MapTest {
    @AutoClose
    private final LinearMemory memory = LinearMemory.create(1, 64);

    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @Test
    void put_addsOrReplaces() {
        AccountMap accounts = AccountMap.create(allocator);
        assertThat(accounts.isEmpty()).isTrue();
        assertThat(accounts.get(7)).isNull();
        assertThat(accounts.indexOf(7)).isEqualTo(-1);
        assertThat(accounts.remove(7)).isFalse();
        assertThat(accounts.put(new Account(7, 1.5, 3))).isTrue();
        assertThat(accounts.put(new Account(7, 2.5, 4))).isFalse();
        assertThat(accounts.put(new Account(-7, 0.5, 1))).isTrue();
        assertThat(accounts.size()).isEqualTo(2);
        assertThat(read(accounts, 7)).isEqualTo(new Account(7, 2.5, 4));
        assertThat(accounts.at(accounts.indexOf(-7)).balance()).isEqualTo(0.5);
        assertThat(accounts.contains(7)).isTrue();
        assertThat(accounts.contains(8)).isFalse();
        assertThat(accounts.remove(7)).isTrue();
        assertThat(accounts.contains(7)).isFalse();
        assertThat(accounts.size()).isEqualTo(1);
    }

    @Test
    void getOrAdd_addsZeros_evenWhereAnotherEntryWas() {
        AccountMap accounts = AccountMap.create(allocator, 1);
        for (int i = 0; i < 100; i++) {
            assertThat(accounts.getOrAdd(i).read()).isEqualTo(new Account(i, 0, 0));
            accounts.getOrAdd(i).state(9).balance(3);
            assertThat(accounts.getOrAdd(i).state()).isEqualTo(9);
            assertThat(accounts.remove(i)).isTrue();
        }
        assertThat(accounts.capacity()).isEqualTo(6);
    }

    @Test
    void find_movesTheCursorOnlyToEntries() {
        AccountMap accounts = AccountMap.create(allocator);
        AccountView.Cursor cursor = accounts.cursor();
        assertThatThrownBy(cursor::id).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(accounts.find(1, cursor)).isFalse();
        assertThat(accounts.findOrAdd(1, cursor)).isFalse();
        cursor.state(5);
        assertThat(accounts.findOrAdd(2, cursor)).isFalse();
        assertThat(cursor.state()).isZero();
        assertThat(accounts.find(3, cursor)).isFalse();
        assertThat(cursor.id()).isEqualTo(2);
        assertThat(accounts.findOrAdd(1, cursor)).isTrue();
        assertThat(cursor.state()).isEqualTo(5);
        assertThat(cursor.index()).isEqualTo(accounts.indexOf(1));
    }

    @Test
    void growth_endsViewsAndCursorsAndIterators() {
        AccountMap accounts = AccountMap.create(allocator, 6);
        AccountView view = accounts.getOrAdd(1);
        AccountView.Cursor cursor = accounts.cursor();
        assertThat(accounts.advance(cursor)).isTrue();
        Iterator<AccountView> views = accounts.iterator();
        accounts.reserve(6);
        assertThat(view.id()).isEqualTo(1);
        accounts.reserve(7);
        assertThat(accounts.capacity()).isEqualTo(12);
        assertThatThrownBy(view::id).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> view.id(2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::id).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accounts.advance(cursor)).isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(views::next).isInstanceOf(ConcurrentModificationException.class);
        assertThat(accounts.find(1, cursor)).isTrue();
        assertThat(cursor.id()).isEqualTo(1);
        assertThat(allocator.stats().liveBlocks()).isEqualTo(2);
    }

    /** A map with room neither moves nor takes memory, whatever comes and goes. */
    @Test
    void reserve_avoidsGrowth() {
        AccountMap accounts = AccountMap.create(allocator, 600);
        AccountView view = accounts.getOrAdd(-1);
        for (long id = 0; id < 100_000; id++) {
            accounts.getOrAdd(id);
            if (id >= 599) {
                assertThat(accounts.remove(id - 599)).isTrue();
            }
        }
        assertThat(view.id()).isEqualTo(-1);
        assertThat(accounts.size()).isEqualTo(600);
    }

    @Test
    void iteration_meetsEachEntryOnceAndNoticesChanges() {
        AccountMap accounts = AccountMap.create(allocator);
        LongStream.range(0, 500).forEach(accounts::getOrAdd);
        assertThat(accounts.stream().mapToLong(AccountView::id).sorted())
                .containsExactlyElementsOf(LongStream.range(0, 500).boxed().toList());
        Iterator<AccountView> views = accounts.iterator();
        views.next().state(1);
        accounts.put(new Account(3, 0.5, 1));
        views.next();
        accounts.remove(3);
        assertThat(views.hasNext()).isTrue();
        assertThatThrownBy(views::next)
                .isInstanceOf(ConcurrentModificationException.class)
                .hasMessage("map has changed since the iteration began: struct=dev.ashlar.tests.map.Account size=499");
        Iterator<AccountView> others = accounts.iterator();
        accounts.getOrAdd(3);
        assertThatThrownBy(others::next).isInstanceOf(ConcurrentModificationException.class);
        Iterator<AccountView> empty = AccountMap.create(allocator).iterator();
        assertThat(empty.hasNext()).isFalse();
        assertThatThrownBy(empty::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no more entries: struct=dev.ashlar.tests.map.Account size=0");
        assertThatThrownBy(empty::remove).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void advance_whileEntriesComeAndGo_meetsThoseThatStay() {
        AccountMap accounts = AccountMap.create(allocator, 1_000);
        LongStream.range(0, 500).forEach(accounts::getOrAdd);
        long sum = 0;
        AccountView.Cursor cursor = accounts.cursor();
        for (long id = 1_000; accounts.advance(cursor); id++) {
            long met = cursor.id();
            if (met < 500) {
                sum += met;
                accounts.remove(met);
                accounts.getOrAdd(id % 300 + 1_000);
            }
        }
        assertThat(sum).isEqualTo(499 * 500 / 2);
        AccountView.Cursor elsewhere = AccountView.Cursor.of(AccountView.allocate(allocator));
        assertThatThrownBy(() -> accounts.advance(elsewhere))
                .isInstanceOf(ConcurrentModificationException.class)
                .hasMessageContaining("or the cursor is at no entry of it: struct=dev.ashlar.tests.map.Account");
    }

    @Test
    void at_whereNoEntryIs_isRefused() {
        AccountMap accounts = AccountMap.create(allocator, 6);
        long index = accounts.indexOf(accounts.getOrAdd(1).id());
        for (long wrong : new long[] {-1, 7, Long.MIN_VALUE, Long.MAX_VALUE, (index + 1) % 7}) {
            assertThatThrownBy(() -> accounts.at(wrong))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("no such element: struct=dev.ashlar.tests.map.Account index=" + wrong + " size=1");
            assertThatThrownBy(() -> accounts.removeAt(wrong)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        accounts.removeAt(index);
        assertThat(accounts.isEmpty()).isTrue();
    }

    /** An entry whose key was changed would take others with it if it were removed. */
    @Test
    void removeAt_ofAnEntryWhoseKeyWasChanged_isRefused() {
        AccountMap accounts = AccountMap.create(allocator);
        AccountView view = accounts.getOrAdd(1);
        long index = accounts.indexOf(1);
        view.id(2);
        assertThat(accounts.get(1)).isNull();
        assertThatThrownBy(() -> accounts.removeAt(index))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("key of an entry was changed in place: struct=dev.ashlar.tests.map.Account key=id index="
                        + index);
        view.id(1);
        accounts.removeAt(index);
    }

    @Test
    void put_ofWhatDoesNotFit_changesNothing() {
        BarMap bars = BarMap.create(allocator);
        bars.put(new Bar(1.5, "ABCDEF", 65_535));
        assertThatThrownBy(() -> bars.put(new Bar(1, "ABCDEF", 65_536))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bars.put(new Bar(1, "ABCDEFG", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bars.getOrAdd(-1, "A")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bars.getOrAdd(3, "A\0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bars.put(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> bars.get(3, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("dev.ashlar.tests.map.Bar component=symbol");
        // What cannot be stored is not there.
        assertThat(bars.contains(-1, "ABCDEF")).isFalse();
        assertThat(bars.contains(65_536 + 65_535, "ABCDEF")).isFalse();
        assertThat(bars.contains(65_535, "ABCDEFG")).isFalse();
        assertThat(bars.contains(65_535, "ABCDE")).isFalse();
        assertThat(bars.stream()).hasSize(1);
        assertThat(Objects.requireNonNull(bars.get(65_535, "ABCDEF")).open()).isEqualTo(1.5);
    }

    @Test
    void operations_withoutRoom_changeNothing() {
        try (LinearMemory small = LinearMemory.create(1, 1)) {
            LinkedListAllocator full = LinkedListAllocator.over(small);
            AccountMap accounts = AccountMap.create(full);
            AccountView first = accounts.getOrAdd(-1);
            long id = 0;
            while (accounts.size() < accounts.capacity() || accounts.capacity() < 768) {
                accounts.getOrAdd(id++);
                first = accounts.getOrAdd(-1);
            }
            long before = accounts.size();
            AccountView.Cursor cursor = accounts.cursor();
            assertThatThrownBy(() -> accounts.put(new Account(-2, 1, 1)))
                    .isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> accounts.getOrAdd(-2)).isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> accounts.findOrAdd(-2, cursor)).isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> accounts.reserve(100_000)).isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> accounts.reserve(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> accounts.reserve(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> accounts.reserve(1L << 56)).isInstanceOf(OutOfLinearMemoryException.class);
            assertThat(first.id()).isEqualTo(-1);
            assertThat(accounts.put(new Account(-1, 1, 2))).isFalse();
            assertThat(first.state()).isEqualTo(2);
            assertThat(accounts.size()).isEqualTo(before);
            assertThat(accounts.stream().mapToLong(AccountView::id).distinct()).hasSize((int) before);
            assertThat(accounts.remove(-1)).isTrue();
            assertThat(accounts.put(new Account(-2, 1, 1))).isTrue();
            assertThat(HeapChecker.check(full)).isEmpty();
        }
    }

    @Test
    void create_withImpossibleNumbers_takesNothing() {
        long blocks = allocator.stats().liveBlocks();
        for (long expected : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 60}) {
            assertThatThrownBy(() -> AccountMap.create(allocator, expected))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("struct=dev.ashlar.tests.map.Account");
        }
        assertThatThrownBy(() -> WideMap.create(allocator, 1L << 55)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AccountMap.create(allocator, 10_000_000))
                .isInstanceOf(OutOfLinearMemoryException.class);
        assertThat(allocator.stats().liveBlocks()).isEqualTo(blocks);
        assertThat(AccountMap.create(allocator, 0).capacity()).isEqualTo(6);
        assertThat(AccountMap.create(allocator, 7).capacity()).isEqualTo(12);
    }

    @Test
    void copyOf_whenAValueIsRefused_freesTheMap() {
        List<Bar> bars = List.of(new Bar(1, "A", 1), new Bar(2, "B", -1));
        assertThatThrownBy(() -> BarMap.copyOf(allocator, bars)).isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.stats().liveBlocks()).isZero();
        assertThat(BarMap.copyOf(allocator, List.of(new Bar(1, "A", 1), new Bar(2, "A", 1)))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void free_endsTheMapAndItsViews() {
        AccountMap accounts = AccountMap.create(allocator);
        AccountView view = accounts.getOrAdd(1);
        assertThatThrownBy(view::free).isInstanceOf(IllegalStateException.class);
        accounts.free();
        assertThat(allocator.stats().liveBlocks()).isZero();
        assertThatThrownBy(view::id).isInstanceOf(IllegalStateException.class);
        for (Runnable use : List.<Runnable>of(
                () -> accounts.put(new Account(1, 1, 1)),
                () -> accounts.getOrAdd(1),
                () -> accounts.get(1),
                () -> accounts.contains(1),
                () -> accounts.remove(1),
                () -> accounts.at(0),
                () -> accounts.removeAt(0),
                () -> accounts.reserve(1),
                accounts::clear,
                accounts::trimToSize,
                accounts::stats,
                () -> accounts.forEach(AccountView::id),
                accounts::free)) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(accounts::clear).hasMessage("map is freed: struct=dev.ashlar.tests.map.Account size=1");
        accounts.close();
        assertThat(accounts.size()).isEqualTo(1);
        assertThat(accounts.toString()).contains("Account, key=id, size=1").endsWith("memory=Memory[freed]]");
        AccountMap inClosedMemory = AccountMap.create(allocator);
        memory.close();
        assertThatThrownBy(() -> inClosedMemory.put(new Account(1, 1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("map is in memory that is closed: struct=dev.ashlar.tests.map.Account size=0");
        inClosedMemory.close();
    }

    @Test
    void close_freesTheBlocks() {
        try (WordMap words = WordMap.create(allocator)) {
            words.getOrAdd("one").count(1);
        }
        assertThat(allocator.stats().liveBlocks()).isZero();
    }

    @Test
    void trimToSize_givesRoomBack() {
        AccountMap accounts = AccountMap.create(allocator, 1_000);
        AccountView view = accounts.getOrAdd(1);
        accounts.trimToSize();
        assertThat(accounts.capacity()).isEqualTo(6);
        assertThatThrownBy(view::id).isInstanceOf(IllegalStateException.class);
        AccountView again = accounts.getOrAdd(1);
        accounts.trimToSize();
        assertThat(again.id()).isEqualTo(1);
    }

    @Test
    void stats_tellLoadAndProbes() {
        AccountMap accounts = AccountMap.create(allocator, 1_000);
        assertThat(accounts.stats())
                .isEqualTo(new StructMapStats(0, 1_536, accounts.stats().byteSize(), 0, 0));
        LongStream.range(0, 1_536).forEach(id -> accounts.getOrAdd(id * 1_000_003));
        StructMapStats stats = accounts.stats();
        assertThat(stats.load()).isEqualTo(1);
        assertThat(stats.byteSize()).isBetween(256 * (7 * 24 + 8L), 256 * (7 * 24 + 8L) + 200);
        assertThat(stats.meanProbes()).isBetween(1.0, 1.4);
        assertThat(stats.maxProbes()).isBetween(2L, 60L);
    }

    /** Who knows the seed can choose keys that lie in one row; who does not cannot. */
    @Test
    void keysThatCollideWithOneSeed_doNotWithAnother() {
        long seed = 0x1234_5678_9ABC_DEFL;
        long multiplier = MapHash.multiplier(seed);
        long[] ids = LongStream.iterate(0, id -> id + 1)
                .filter(id -> (MapHash.finished(MapHash.with(seed, multiplier, id)) & 0xFFF) == 77)
                .limit(2_000)
                .toArray();
        AccountMap known = AccountMap.create(allocator, ids.length, seed);
        LongStream.of(ids).forEach(known::getOrAdd);
        assertThat(known.stats().maxProbes()).isEqualTo((ids.length + 6) / 7);
        for (int attempt = 0; attempt < 20; attempt++) {
            try (AccountMap unknown = AccountMap.create(allocator, ids.length)) {
                LongStream.of(ids).forEach(unknown::getOrAdd);
                assertThat(unknown.stats().maxProbes()).isLessThan(60);
            }
        }
        // Groups that more entries have passed than can be counted.
        LongStream.of(ids).forEach(id -> assertThat(known.remove(id)).isTrue());
        assertThat(known.isEmpty()).isTrue();
        LongStream.of(ids).forEach(id -> assertThat(known.contains(id)).isFalse());
    }

    @Test
    void keysWithPatterns_areSpread() {
        for (int shift = 0; shift < 52; shift++) {
            try (AccountMap accounts = AccountMap.create(allocator, 3_000)) {
                for (long i = 0; i < 3_000; i++) {
                    accounts.getOrAdd(i << shift);
                }
                assertThat(accounts.stats().meanProbes()).as("shift=" + shift).isLessThan(1.5);
            }
        }
    }

    @Test
    void seeds_areDifferent() {
        assertThat(LongStream.range(0, 1_000).map(_ -> MapHash.newSeed()).distinct())
                .hasSize(1_000);
        assertThat(AccountMap.create(allocator).seed())
                .isNotEqualTo(AccountMap.create(allocator).seed());
    }

    private static Account read(AccountMap accounts, long id) {
        return Objects.requireNonNull(accounts.get(id)).read();
    }
}

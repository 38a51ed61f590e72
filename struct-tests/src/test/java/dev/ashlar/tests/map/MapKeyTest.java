package dev.ashlar.tests.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.alloc.StackAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Keys of all kinds, bytes from elsewhere, code of the user in the middle, and all allocators. */
class MapKeyTest {
    @AutoClose
    private final LinearMemory memory = LinearMemory.create(1, 64);

    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @Test
    void string_isFoundByBytesFromAnywhere() {
        WordMap words = WordMap.create(allocator);
        for (String text : new String[] {"", "a", "grün", "thirteen byte", "12345678", "𝄞𝄞𝄞"}) {
            words.getOrAdd(text).count(text.length());
            byte[] bytes = text.getBytes(UTF_8);
            assertThat(count(words.get(MemorySegment.ofArray(bytes)))).isEqualTo(text.length());
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment segment = arena.allocate(40);
                MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 3, bytes.length);
                Memory around = Memory.of(segment);
                assertThat(count(words.get(around, 3, bytes.length))).isEqualTo(text.length());
                // Zeros at the end are the padding of another field.
                assertThat(words.contains(around, 3, 13)).isTrue();
                assertThat(words.indexOf(around, 3, bytes.length)).isEqualTo(words.indexOf(text));
                WordView.Cursor cursor = words.cursor();
                assertThat(words.find(segment.asSlice(3, bytes.length), cursor)).isTrue();
                assertThat(cursor.text()).isEqualTo(text);
                assertThat(words.contains(around, 3, 14)).isFalse();
                segment.set(ValueLayout.JAVA_BYTE, 2, (byte) 'x');
                assertThat(words.contains(around, 2, bytes.length + 1)).isFalse();
                assertThatThrownBy(() -> words.contains(around, 39, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
        assertThat(words.size()).isEqualTo(6);
    }

    @Test
    void string_thatNoFieldHolds_isFoundNowhere() {
        WordMap words = WordMap.create(allocator);
        words.getOrAdd("");
        words.getOrAdd("ab");
        words.getOrAdd("thirteen byte");
        words.getOrAdd("12345678");
        for (String text : new String[] {
            "\0", "ab\0", "ab\0c", "thirteen bytes", "thirteen byt\u00e9", "\ud800", "ab\udc00", "\ud834a", "12345678\0"
        }) {
            assertThat(words.contains(text)).as(text).isFalse();
            assertThat(words.remove(text)).isFalse();
            assertThatThrownBy(() -> words.getOrAdd(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(words.size()).isEqualTo(4);
    }

    @Test
    void bytes_areComparedAllOfThem() {
        DigestMap digests = DigestMap.create(allocator);
        byte[] hash = new byte[20];
        for (int i = 0; i < 20; i++) {
            hash[i] = (byte) -i;
            digests.getOrAdd(hash).size(i);
        }
        assertThat(digests.size()).isEqualTo(20);
        assertThat(Objects.requireNonNull(digests.get(hash)).size()).isEqualTo(19);
        assertThat(digests.contains(MemorySegment.ofArray(hash))).isTrue();
        assertThat(digests.contains(MemorySegment.ofArray(hash).asSlice(0, 19))).isFalse();
        assertThat(digests.contains(new byte[20])).isTrue();
        assertThat(digests.contains(new byte[19])).isFalse();
        assertThat(digests.contains(new byte[21])).isFalse();
        assertThat(digests.contains(MemorySegment.ofArray(new byte[21]))).isFalse();
        assertThatThrownBy(() -> digests.getOrAdd(new byte[19])).isInstanceOf(IllegalArgumentException.class);
        assertThat(digests.put(new Digest(5, hash.clone()))).isFalse();
        assertThat(digests.remove(hash)).isTrue();
        assertThat(digests.size()).isEqualTo(19);
    }

    /** Padding inside a key counts for nothing, and bit-fields share their bytes with others. */
    @Test
    void struct_isComparedByItsComponents() {
        BlockMap blocks = BlockMap.create(allocator);
        Instant now = Instant.ofEpochSecond(1);
        Place place = new Place(3, -16, true, Place.Face.SOUTH, now);
        BlockView view = blocks.getOrAdd(place);
        view.memory().fill(view.byteOffset() + BlockView.OFFSET_PLACE, 0xFF, PlaceView.BYTE_SIZE);
        view.place(place);
        assertThat(blocks.getOrAdd(place).kind((byte) 9).kind()).isEqualTo((byte) 9);
        assertThat(blocks.size()).isEqualTo(1);
        assertThat(blocks.contains(new Place(3, 15, true, Place.Face.SOUTH, now)))
                .isFalse();
        assertThat(blocks.contains(new Place(3, -16, false, Place.Face.SOUTH, now)))
                .isFalse();
        assertThat(blocks.contains(new Place(3, -16, true, Place.Face.NORTH, now)))
                .isFalse();
        assertThat(blocks.contains(new Place(4, -16, true, Place.Face.SOUTH, now)))
                .isFalse();
        assertThat(blocks.contains(new Place(3, -16, true, Place.Face.SOUTH, Instant.EPOCH)))
                .isFalse();
        assertThat(blocks.contains(new Place(3, 48, true, Place.Face.SOUTH, now)))
                .isFalse();
        assertThatThrownBy(() -> blocks.contains(new Place(3, 1, true, null, now)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=place.face");
        assertThatThrownBy(() -> blocks.contains(new Place(3, 1, true, Place.Face.NORTH, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=place.since");
        assertThatThrownBy(() -> blocks.contains(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> blocks.getOrAdd(new Place(3, 16, true, Place.Face.NORTH, now)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(blocks.put(new Block((byte) 1, place))).isFalse();
    }

    @Test
    void codec_isFoundByValueAndByWhatItStores() {
        SessionMap sessions = SessionMap.create(allocator);
        UUID id = new UUID(1, 2);
        sessions.put(new Session(id, Instant.EPOCH));
        assertThat(sessions.contains(id)).isTrue();
        assertThat(sessions.contains(new UUID(2, 1))).isFalse();
        byte[] bytes = new byte[16];
        bytes[7] = 1;
        bytes[15] = 2;
        assertThat(sessions.contains(MemorySegment.ofArray(bytes))).isTrue();
    }

    @Test
    void codec_thatTakesTheLength_isGivenIt() {
        TickerMap tickers = TickerMap.create(allocator);
        tickers.put(new Ticker("AB", 7));
        assertThat(Objects.requireNonNull(tickers.get("AB")).price()).isEqualTo(7);
        assertThat(tickers.contains("ABC")).isFalse();
        assertThat(tickers.contains(MemorySegment.ofArray("AB      ".getBytes(UTF_8))))
                .isTrue();
        assertThat(tickers.contains(MemorySegment.ofArray("AB".getBytes(UTF_8))))
                .isFalse();
        assertThatThrownBy(() -> tickers.contains("123456789")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wideStruct_keepsItsAlignmentInTheTable() {
        WideMap wides = WideMap.create(allocator, 1);
        byte[] before = new byte[100];
        byte[] after = new byte[333];
        for (int key = 0; key < 1_000; key++) {
            before[key % 100]++;
            after[key % 333]--;
            wides.put(new Wide(before.clone(), (short) (key * 31), after.clone()));
            assertThat(Objects.requireNonNull(wides.get((short) (key * 31))).address() % 256)
                    .isZero();
        }
        WideView last = Objects.requireNonNull(wides.get((short) (999 * 31)));
        assertThat(last.beforeToArray()).isEqualTo(before);
        assertThat(last.afterToArray()).isEqualTo(after);
        assertThat(wides.size()).isEqualTo(1_000);
    }

    @Test
    void smallestStruct_hasTwoEntries() {
        FlagMap flags = FlagMap.create(allocator);
        for (int i = 0; i < 100; i++) {
            flags.put(new Flag(i % 2 == 0));
        }
        assertThat(flags.size()).isEqualTo(2);
        assertThat(flags.remove(true)).isTrue();
        assertThat(flags.contains(false)).isTrue();
        assertThat(flags.contains(true)).isFalse();
    }

    @Test
    void names_thatTheMapUsesItself_doNotMeet() {
        Shelf_BookMap books = Shelf_BookMap.create(allocator);
        byte[] cursor = {1, 2, 3, 4};
        Shelf_BookView.Cursor book = books.cursor();
        assertThat(books.findOrAdd(7, cursor, book)).isFalse();
        book.group(5).cursorFrom(true);
        assertThat(books.find(7, cursor, book)).isTrue();
        assertThat(book.group()).isEqualTo(5);
        assertThat(books.contains(7, new byte[4])).isFalse();
        assertThat(books.remove(7, cursor)).isTrue();
        Shelf_BoxMap boxes = Shelf_BoxMap.create(allocator);
        boxes.getOrAdd(3).staging(4).found(5);
        assertThat(Objects.requireNonNull(boxes.get(3)).read()).isEqualTo(new Shelf.Box(3, 4, 5));
    }

    /** A record that changes the map while it is stored there. */
    @Test
    void put_whenAnAccessorChangesTheMap_isRefused() {
        SlyMap slies = SlyMap.create(allocator, 6);
        Sly.next = () -> slies.put(new Sly(2, 20));
        assertThatThrownBy(() -> slies.put(new Sly(1, 10)))
                .isInstanceOf(ConcurrentModificationException.class)
                .hasMessageContaining("struct=dev.ashlar.tests.map.Sly");
        assertThat(slies.contains(1)).isFalse();
        assertThat(Objects.requireNonNull(slies.get(2)).value()).isEqualTo(20);
        Sly.next = () -> {
            throw new UnsupportedOperationException("not now");
        };
        assertThatThrownBy(() -> slies.put(new Sly(2, 30))).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Objects.requireNonNull(slies.get(2)).value()).isEqualTo(20);
        Sly.next = () -> slies.reserve(1_000);
        assertThatThrownBy(() -> slies.put(new Sly(3, 30))).isInstanceOf(ConcurrentModificationException.class);
        for (Runnable change : new Runnable[] {() -> slies.remove(2), slies::clear}) {
            slies.put(new Sly(2, 20));
            Sly.next = change;
            assertThatThrownBy(() -> slies.put(new Sly(3, 30))).isInstanceOf(ConcurrentModificationException.class);
            assertThat(slies.contains(3)).isFalse();
            assertThat(slies.contains(2)).isFalse();
        }
        slies.put(new Sly(2, 20));
        assertThat(slies.size()).isEqualTo(1);
        Sly.next = slies::free;
        assertThatThrownBy(() -> slies.put(new Sly(3, 30))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_whenTheirCodecChangesTheMap_areStillThereOnce() {
        CodedMap coded = CodedMap.create(allocator, 6);
        Coded.Name name = new Coded.Name("abc");
        CodedName.next = () -> coded.put(new Coded(name, 5));
        assertThat(coded.put(new Coded(name, 6))).isFalse();
        assertThat(coded.size()).isEqualTo(1);
        assertThat(Objects.requireNonNull(coded.get(name)).value()).isEqualTo(6);
        CodedName.next = () -> coded.reserve(1_000);
        assertThat(coded.contains(name)).isTrue();
        assertThatThrownBy(() -> coded.contains(new Coded.Name("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=name");
        assertThatThrownBy(() -> coded.getOrAdd(new Coded.Name(""))).isInstanceOf(IllegalArgumentException.class);
        // The second call of the codec is the one that stores.
        Coded.Name other = new Coded.Name("abcd");
        CodedName.next = () -> CodedName.next = () -> coded.getOrAdd(other).value(8);
        assertThatThrownBy(() -> coded.getOrAdd(other)).isInstanceOf(ConcurrentModificationException.class);
        assertThat(coded.getOrAdd(other).value()).isEqualTo(8);
        assertThat(coded.size()).isEqualTo(2);
    }

    @Test
    void growth_inOtherAllocators_endsViewsOrIsRefused() {
        try (LinearMemory pages = LinearMemory.create(8)) {
            BumpAllocator bump = BumpAllocator.over(pages, 0, 1 << 18);
            AccountMap accounts = AccountMap.create(bump);
            AccountView view = accounts.getOrAdd(-1);
            for (int id = 0; id < 300; id++) {
                accounts.getOrAdd(id);
            }
            assertThatThrownBy(view::id).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(accounts::free).isInstanceOf(IllegalStateException.class);
            accounts.close();
            assertThat(accounts.size()).isEqualTo(301);
            assertThat(accounts.contains(299)).isTrue();
            bump.reset();
            assertThatThrownBy(() -> accounts.contains(299)).isInstanceOf(IllegalStateException.class);

            StackAllocator stack = StackAllocator.over(pages, 1 << 18, 1 << 17);
            AccountMap onStack = AccountMap.create(stack, 6);
            for (int id = 0; id < 6; id++) {
                onStack.getOrAdd(id);
            }
            AccountView first = onStack.getOrAdd(0);
            assertThatThrownBy(() -> onStack.getOrAdd(6))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("map cannot change its capacity in an allocator that takes back only its newest block;"
                            + " reserve room when it is made: struct=dev.ashlar.tests.map.Account size=6");
            assertThat(first.id()).isZero();
            assertThat(onStack.put(new Account(5, 1, 1))).isFalse();
            assertThat(onStack.remove(5)).isTrue();
            assertThat(onStack.put(new Account(6, 1, 1))).isTrue();
            assertThat(stack.stats().liveBlocks()).isEqualTo(2);
            onStack.free();
            assertThat(stack.stats().liveBlocks()).isZero();

            PoolAllocator pool = PoolAllocator.over(pages, (1 << 18) + (1 << 17), 1 << 16, 512);
            AccountMap inPool = AccountMap.create(pool, 12);
            for (int id = 0; id < 12; id++) {
                inPool.getOrAdd(id);
            }
            assertThatThrownBy(() -> inPool.getOrAdd(12)).isInstanceOf(IllegalArgumentException.class);
            assertThat(inPool.size()).isEqualTo(12);
            inPool.free();
            assertThat(pool.stats().liveBlocks()).isZero();
        }
        try (LinearMemory onHeap = LinearMemory.createOnHeap(4)) {
            SharedAllocator shared = SharedAllocator.over(onHeap);
            try (AccountMap accounts = AccountMap.create(shared)) {
                for (int id = 0; id < 1_000; id++) {
                    accounts.getOrAdd(id).state(id);
                }
                assertThat(accounts.stream().allMatch(view -> view.id() == view.state()))
                        .isTrue();
            }
            assertThat(shared.stats().liveBlocks()).isZero();
        }
    }

    private static int count(WordView view) {
        return Objects.requireNonNull(view).count();
    }
}

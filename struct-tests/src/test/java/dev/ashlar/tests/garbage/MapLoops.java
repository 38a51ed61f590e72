package dev.ashlar.tests.garbage;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.tests.map.AccountMap;
import dev.ashlar.tests.map.AccountView;
import dev.ashlar.tests.map.WordMap;
import dev.ashlar.tests.map.WordView;
import java.util.Map;
import java.util.TreeMap;

/** Loops over maps: searches by numbers, strings and bytes, and entries that come and go. */
final class MapLoops {
    private final AccountMap accounts;
    private final WordMap words;
    private final String[] texts = new String[Data.COUNT];
    private final Memory bytes;

    MapLoops(LinearMemory memory) {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        this.accounts = AccountMap.create(allocator, Data.COUNT);
        this.words = WordMap.create(allocator, Data.COUNT);
        this.bytes = allocator.allocate(Data.COUNT * 16L);
        for (int i = 0; i < Data.COUNT; i++) {
            texts[i] = "w\u00e9" + (10_000 + i);
            bytes.storeString(i * 16L, texts[i]);
            if (i % 3 > 0) {
                accounts.getOrAdd(i).state(i);
                words.getOrAdd(texts[i]).count(i);
            }
        }
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("indexOf", this::indexOf);
        loops.put("find", this::find);
        loops.put("advance", this::advance);
        loops.put("comeAndGo", this::comeAndGo);
        loops.put("text", this::text);
        loops.put("bytes", this::bytes);
        return loops;
    }

    private long indexOf(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += accounts.contains(i) ? accounts.indexOf(i) : i;
        }
        return sum;
    }

    private long find(int count) {
        long sum = 0;
        AccountView.Cursor account = accounts.cursor();
        for (int i = 0; i < count; i++) {
            if (accounts.find(i, account)) {
                sum += account.state();
            }
        }
        return sum;
    }

    private long advance(int count) {
        long sum = 0;
        AccountView.Cursor account = accounts.cursor();
        for (int i = 0; i < count && accounts.advance(account); i++) {
            sum += account.state();
        }
        return sum;
    }

    private long comeAndGo(int count) {
        long sum = 0;
        AccountView.Cursor account = accounts.cursor();
        for (int i = 0; i < count; i++) {
            long id = -1L - i % 8;
            sum += accounts.findOrAdd(id, account) ? 1 : account.id();
            sum += i % 3 == 0 && accounts.remove(id) ? 1 : 0;
        }
        return sum;
    }

    private long text(int count) {
        long sum = 0;
        WordView.Cursor word = words.cursor();
        for (int i = 0; i < count; i++) {
            if (words.find(texts[i], word)) {
                sum += word.count();
            }
        }
        return sum;
    }

    private long bytes(int count) {
        long sum = 0;
        WordView.Cursor word = words.cursor();
        for (int i = 0; i < count; i++) {
            if (words.find(bytes, i * 16L, 8, word)) {
                sum += word.count();
            }
        }
        return sum;
    }
}

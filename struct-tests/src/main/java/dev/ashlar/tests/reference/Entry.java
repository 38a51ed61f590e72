package dev.ashlar.tests.reference;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

@Struct
public record Entry(
        @Length(12) String key,
        int count,
        @Stored(StorageType.U32) Ref<Entry> next) {
    static @Nullable EntryView find(BucketArray buckets, String key) {
        EntryView entry =
                buckets.get(Math.floorMod(key.hashCode(), buckets.size())).first();
        while (entry != null && !entry.key().equals(key)) {
            entry = entry.next();
        }
        return entry;
    }

    static void count(Allocator allocator, BucketArray buckets, String key) {
        EntryView entry = find(buckets, key);
        if (entry == null) {
            BucketView bucket = buckets.get(Math.floorMod(key.hashCode(), buckets.size()));
            entry = EntryView.allocate(allocator).key(key).next(bucket.first());
            bucket.first(entry);
        }
        entry.count(entry.count() + 1);
    }
}

package shop;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;

public final class Shop {
    private Shop() {}

    public static void main(String[] args) {
        try (LinearMemory memory = LinearMemory.create(1)) {
            Allocator allocator = LinkedListAllocator.over(memory);
            ItemArray items = ItemArray.allocate(allocator, 1000);
            for (int i = 0; i < 1000; i++) {
                items.set(i, new Item("item " + i, Item.Kind.TOOL, i, new int[] {i, -i}));
            }
            long sum = 0;
            for (ItemView item : items) {
                sum += item.cents() + item.stock(0) + item.stock(1);
            }
            require(sum == 499_500, "the sum is " + sum);
            require(items.get(7).name().equals("item 7"), items.get(7).toString());
            require(allocator.stats().liveBlocks() == 1, allocator.stats().toString());
        }
        require(!isOnClassPath("dev/ashlar/processor/StructProcessor.class"), "the processor is on the class path");
        require(!isOnClassPath("com/palantir/javapoet/TypeSpec.class"), "JavaPoet is on the class path");
        System.out.println("the shop is open");
    }

    private static boolean isOnClassPath(String file) {
        return Shop.class.getClassLoader().getResource(file) != null;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}

package dev.ashlar.tests.reference;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

@Struct
public record Tree(int key, Ref<Tree> left, Ref<Tree> right) {
    static TreeView insert(Allocator allocator, @Nullable TreeView root, int key) {
        if (root == null) {
            return TreeView.allocate(allocator).key(key);
        }
        if (key < root.key()) {
            root.left(insert(allocator, root.left(), key));
        } else if (key > root.key()) {
            root.right(insert(allocator, root.right(), key));
        }
        return root;
    }

    static void visit(@Nullable TreeView root, IntConsumer visitor) {
        if (root != null) {
            visit(root.left(), visitor);
            visitor.accept(root.key());
            visit(root.right(), visitor);
        }
    }
}

package dev.ashlar.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Prints how densely the allocator packs workloads that allocators are known to do badly at. The seed is fixed. */
final class UtilisationReport {
    private UtilisationReport() {}

    public static void main(String[] arguments) {
        Map<String, Consumer<Utilisation>> workloads = new LinkedHashMap<>();
        workloads.put("uniform random, 8 to 4096 bytes", UtilisationReport::uniform);
        workloads.put("binary: 64 and 448 alternating, small ones freed, then 512", heap -> binary(heap, 64, 448, 512));
        workloads.put("binary: 16 and 112 alternating, small ones freed, then 128", heap -> binary(heap, 16, 112, 128));
        workloads.put("coalescing: neighbours freed, then twice the size", UtilisationReport::coalescing);
        workloads.put("growing reallocate", UtilisationReport::growing);
        workloads.put("tiny objects, 8 to 24 bytes, aligned to 16", heap -> tiny(heap, 16));
        workloads.put("tiny objects, 8 to 24 bytes, aligned to 8", heap -> tiny(heap, 8));
        workloads.put("tiny objects, 8 to 24 bytes, aligned to 4", heap -> tiny(heap, 4));
        workloads.put("long-lived and short-lived mixed", UtilisationReport::mixedLifetimes);
        workloads.put("random actions, 1 to 50 000 bytes", UtilisationReport::randomActions);
        workloads.put(
                "heap efficiency: fill with 1 to 65 536 bytes, free half, fill", UtilisationReport::heapEfficiency);

        System.out.println("| workload | peak payload / heap extent | in whole pages |");
        System.out.println("| --- | --- | --- |");
        workloads.forEach((name, workload) -> {
            try (Utilisation heap = new Utilisation()) {
                workload.accept(heap);
                System.out.printf(Locale.ROOT, "| %s | %.1f %% | %.1f %% |%n", name, heap.exact(), heap.inPages());
            }
        });
    }

    private static void uniform(Utilisation heap) {
        for (int i = 0; i < 4_000; i++) {
            heap.allocateAny(8, 4_096);
        }
        for (int i = 0; i < 100_000; i++) {
            heap.freeAny();
            heap.allocateAny(8, 4_096);
        }
    }

    private static void binary(Utilisation heap, int small, int large, int then) {
        for (int i = 0; i < 2_000; i++) {
            heap.allocate(small);
            heap.allocate(large);
        }
        // Small ones stand at even places; freeing moves the last live block in, so go from the end.
        for (int place = heap.live() - 2; place >= 0; place -= 2) {
            heap.free(place);
        }
        for (int i = 0; i < 2_000; i++) {
            heap.allocate(then);
        }
    }

    private static void coalescing(Utilisation heap) {
        for (int i = 0; i < 4_800; i++) {
            heap.allocate(4_095);
        }
        while (heap.live() > 0) {
            heap.freeAny();
        }
        for (int i = 0; i < 2_400; i++) {
            heap.allocate(8_190);
        }
    }

    private static void growing(Utilisation heap) {
        int block = heap.allocate(512);
        for (long byteSize = 512; byteSize < 2_000_000; byteSize += 5_000) {
            heap.reallocate(block, byteSize);
            heap.allocate(128);
        }
    }

    private static void tiny(Utilisation heap, long byteAlignment) {
        for (int i = 0; i < 250_000; i++) {
            if (i >= 50_000) {
                heap.freeAny();
            }
            heap.allocate(heap.random().nextInt(8, 25), byteAlignment);
        }
    }

    /** A tenth of the blocks stays; the rest lives for a few hundred allocations. */
    private static void mixedLifetimes(Utilisation heap) {
        int kept = 0;
        for (int i = 0; i < 40_000; i++) {
            int place = heap.allocateAny(16, 1_024);
            if (i % 10 == 0) {
                heap.swap(place, kept++);
            }
            if (heap.live() - kept > 500) {
                heap.free(heap.random().nextInt(kept, heap.live()));
            }
        }
    }

    private static void randomActions(Utilisation heap) {
        for (int i = 0; i < 200_000; i++) {
            switch (heap.random().nextInt(3)) {
                case 0 -> heap.allocateAny(1, 50_000);
                case 1 -> {
                    if (heap.live() > 0) {
                        heap.freeAny();
                    }
                }
                default -> {
                    if (heap.live() > 0) {
                        heap.reallocate(
                                heap.random().nextInt(heap.live()),
                                heap.random().nextInt(1, 50_001));
                    }
                }
            }
        }
    }

    private static void heapEfficiency(Utilisation heap) {
        for (int round = 0; round < 20; round++) {
            while (heap.usedByteSize() < 64L << 20) {
                heap.allocateAny(1, 65_536);
            }
            for (int i = heap.live() / 2; i > 0; i--) {
                heap.freeAny();
            }
        }
    }
}

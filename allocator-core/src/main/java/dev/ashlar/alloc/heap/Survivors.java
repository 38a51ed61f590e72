package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * The knowledge about a heap being opened that is not in its headers: the live slots and, for a heap that this process
 * has had open, the blocks that were handed out.
 */
final class Survivors {
    private final BlockFormat format;
    private final boolean isPersistent;
    private final @Nullable Before before;

    /** A heap that this process has had open. */
    interface Before {
        /** The blocks of the large tier that were handed out. */
        BlockIndex handedOut();

        /** The journal that it had, with the notes of the change under way. */
        Journal journal();

        /** The run in which an address lies, even if the heap hides its runs. */
        @Nullable
        SlotRun knownAt(long address);
    }

    /** Makes the knowledge about a heap: from its memory, or from {@code before} if this process has had it open. */
    Survivors(Journal journal, @Nullable Before before) {
        this.format = new BlockFormat(journal);
        this.isPersistent = journal.isPersistent();
        this.before = before;
    }

    /** Returns whether this process has had the heap open. */
    boolean isRecovery() {
        return before != null;
    }

    /** The state of a slot: as this process knows it, if it has had the heap open, otherwise as the memory has it. */
    int stateOf(Run run, int slot) {
        if (before == null) {
            return format.slotState(run, slot);
        }
        SlotRun known = knownAs(run);
        return known == null ? 0 : known.state(slot);
    }

    /** The length of a slot, 0 if it is free; an impossible length if the memory is damaged. */
    int lengthOf(Run run, int slot) {
        int state = stateOf(run, slot);
        if (state == 0) {
            return 0;
        }
        if (state != SlotRun.WIDE) {
            int length = run.lengthIn(state);
            return length == 0 ? -1 : length;
        }
        SlotRun known = knownAs(run);
        if (known != null) {
            return (int) known.lengthIn(slot, state);
        }
        int slack = format.bytes().loadU16(run.slackAddress(slot));
        return slack > SizeClasses.MAX_SLACK && slack < run.slotByteSize ? run.slotByteSize - slack : -1;
    }

    /**
     * Returns whether a block of the large tier was handed out, {@code true} if that is not known: nobody owns one that
     * was not.
     */
    boolean wasHandedOut(long address) {
        return before == null || (before.handedOut().isLive(address) && before.journal().allocating != address);
    }

    /** Returns whether the memory of a persistent heap may have an outdated state of a slot. */
    boolean isStale(Run run, int slot) {
        return isPersistent
                && before != null
                && (format.slotState(run, slot) != run.state(slot) || run.state(slot) == SlotRun.WIDE);
    }

    private @Nullable SlotRun knownAs(Run run) {
        SlotRun known = before == null ? null : before.knownAt(run.address);
        return known != null && known.shape == run.shape && known.address == run.address ? known : null;
    }
}

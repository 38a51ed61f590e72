package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a heap that is opened, besides its headers: which slots are live and, of a heap that this process has
 * had open, what was handed out.
 */
final class Survivors {
    private final BlockFormat format;
    private final boolean isPersistent;
    private final @Nullable Before before;

    /** A heap as this process has had it open. */
    interface Before {
        /** The blocks of the large tier that were handed out. */
        BlockIndex handedOut();

        /** The journal that it had, with the notes of what is under way. */
        Journal journal();

        /** The run that an address lies in, whether the heap still answers for it or not. */
        @Nullable
        SlotRun knownAt(long address);
    }

    /** Of a heap that is read from its memory, or was {@code before} in this process. */
    Survivors(Journal journal, @Nullable Before before) {
        this.format = new BlockFormat(journal);
        this.isPersistent = journal.isPersistent();
        this.before = before;
    }

    /** Returns whether this process has had the heap open. */
    boolean isRecovery() {
        return before != null;
    }

    /** The state of a slot: as this process has known it, if it has had the heap open, else as the memory has it. */
    int stateOf(Run run, int slot) {
        if (before == null) {
            return format.slotState(run, slot);
        }
        SlotRun known = knownAs(run);
        return known == null ? 0 : known.state(slot);
    }

    /** The length of a slot, 0 if it is free; a number that it cannot have if the memory is damaged. */
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

    /** Returns whether a block of the large tier was handed out, if that is known: one that was not is nobody's. */
    boolean wasHandedOut(long address) {
        return before == null || (before.handedOut().isLive(address) && before.journal().allocating != address);
    }

    /** Returns whether the memory of a heap that is kept has another state for a slot than it has now. */
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

package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a heap that is opened, besides its headers: which slots are live and, of a heap that this process has
 * had open, what was handed out.
 */
final class Survivors {
    private final BlockFormat format;
    private final boolean isKept;
    private final @Nullable Before before;

    /** A heap as this process has had it open. */
    interface Before {
        /** The blocks of the large tier that were handed out. */
        LiveIndex handedOut();

        /** The run that an address lies in, whether the heap still answers for it or not. */
        @Nullable
        SlotRun knownAt(long address);
    }

    /** Of a heap that is read from its memory, or was {@code before} in this process. */
    Survivors(Journal journal, @Nullable Before before) {
        this.format = new BlockFormat(journal);
        this.isKept = journal.isKept();
        this.before = before;
    }

    /** Whether this process has had the heap open. */
    boolean isRecovery() {
        return before != null;
    }

    /** What the memory has as the state of a slot, or what the Java heap has of a heap that is not kept. */
    int stateOf(Run run, int slot) {
        if (isKept) {
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
        if (!isKept && known != null) {
            return (int) known.lengthIn(slot, state);
        }
        int slack = format.bytes().loadU16(run.slackAddress(slot));
        return slack > SizeClasses.MAX_SLACK && slack < run.slotByteSize ? run.slotByteSize - slack : -1;
    }

    /** Whether a block of the large tier was handed out, if that is known: one that was not is nobody's. */
    boolean wasHandedOut(long address) {
        return before == null || before.handedOut().contains(address);
    }

    /** Whether a slot was handed out, if that is known. */
    boolean wasHandedOut(Run run, int slot) {
        SlotRun known = knownAs(run);
        return before == null || (known != null && known.state(slot) != 0);
    }

    private @Nullable SlotRun knownAs(Run run) {
        SlotRun known = before == null ? null : before.knownAt(run.address);
        return known != null && known.shape == run.shape && known.address == run.address ? known : null;
    }
}

package dev.ashlar.tests.garbage;

import java.util.Map;
import java.util.TreeMap;

/** Loops by cursors over columns and along logs, which make no garbage whatever the JIT does. */
final class RowLoops {
    private final Rows rows;

    RowLoops(Rows rows) {
        this.rows = rows;
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("rowsSum", this::sum);
        loops.put("rowsReturn", this::search);
        loops.put("rowsProbe", this::probe);
        loops.put("rowsBest", this::best);
        loops.put("rowsHelper", this::helper);
        loops.put("logSum", this::logSum);
        loops.put("logReturn", this::logSearch);
        loops.put("logUpdate", this::logUpdate);
        loops.put("logOfOneSize", this::logOfOneSize);
        loops.put("logOfCounted", this::logOfCounted);
        return loops;
    }

    private long logOfCounted(int count) {
        long sum = 0;
        MarginView.Cursor margin = MarginView.Cursor.of(rows.margins);
        for (int i = 0; i < count && margin.advance(); i++) {
            for (int k = 0; k < margin.markLength(); k++) {
                margin.mark(k, margin.mark(k) + 1);
                sum += margin.mark(k) + margin.noteLength();
            }
        }
        return sum;
    }

    private long sum(int count) {
        double sum = 0;
        ItemColumns.Cursor item = rows.columns.cursor();
        while (item.index() < count - 1 && item.advance()) {
            sum += item.weight() + item.rank();
        }
        return (long) sum;
    }

    private long search(int count) {
        ItemColumns.Cursor item = rows.columns.cursor();
        while (item.advance()) {
            if (item.key() == count) {
                return (long) item.weight();
            }
        }
        return -1;
    }

    /** The table has one free row, its last. */
    private long probe(int count) {
        ItemColumns.Cursor slot = rows.table.cursor();
        for (int i = Data.COUNT - count; ; i++) {
            slot.moveTo(i);
            if (slot.key() == 0) {
                return i;
            }
            if (slot.key() == -1) {
                return -1;
            }
        }
    }

    private long best(int count) {
        ItemColumns.Cursor item = rows.columns.cursor();
        ItemColumns.Cursor best = rows.columns.cursor().moveTo(0);
        while (item.advance() && item.index() < count) {
            if (item.weight() > best.weight()) {
                best.moveTo(item.index());
            }
        }
        return best.index();
    }

    private long helper(int count) {
        ItemColumns.Cursor item = rows.columns.cursor();
        while (item.advance() && item.index() < count) {
            Helper.addOne(item);
        }
        return item.rank();
    }

    private long logSum(int count) {
        long sum = 0;
        NoteView.Cursor note = NoteView.Cursor.of(rows.log);
        while (note.advance() && note.key() <= count) {
            sum += note.key() + note.marksLength();
        }
        return sum;
    }

    private long logSearch(int count) {
        NoteView.Cursor note = NoteView.Cursor.of(rows.log);
        while (note.advance()) {
            if (note.key() == count) {
                return note.marksLength();
            }
        }
        return -1;
    }

    private long logUpdate(int count) {
        long sum = 0;
        NoteView.Cursor note = NoteView.Cursor.of(rows.log);
        while (note.advance() && note.key() <= count) {
            for (int i = 0; i < note.marksLength(); i++) {
                note.marks(i, note.marks(i) + 1);
                sum += note.marks(i);
            }
        }
        return sum;
    }

    private long logOfOneSize(int count) {
        double sum = 0;
        ItemView.Cursor item = rows.items.asArray(ItemArray::at).cursor();
        while (item.advance() && item.index() < count) {
            sum += item.weight();
        }
        return (long) sum;
    }
}

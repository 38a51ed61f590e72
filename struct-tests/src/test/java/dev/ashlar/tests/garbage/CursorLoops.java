package dev.ashlar.tests.garbage;

import java.util.Map;
import java.util.TreeMap;

/** Loops by cursors, which make no garbage whatever the JIT does. */
final class CursorLoops {
    private final Data data;

    CursorLoops(Data data) {
        this.data = data;
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("sum", this::sum);
        loops.put("count", this::count);
        loops.put("searchByOne", this::searchByOne);
        loops.put("searchByTwo", this::searchByTwo);
        loops.put("whileSearch", this::whileSearch);
        loops.put("probe", this::probe);
        loops.put("best", this::best);
        loops.put("helper", this::helper);
        loops.put("pairs", this::pairs);
        loops.put("list", this::list);
        loops.put("union", this::union);
        loops.put("chain", this::chain);
        loops.put("equals", this::equals);
        loops.put("equalsNested", this::equalsNested);
        loops.put("hashCode", this::hashCode);
        loops.put("set", this::set);
        return loops;
    }

    private long sum(int count) {
        double sum = 0;
        ItemView.Cursor item = data.items.cursor();
        while (item.index() < count - 1 && item.advance()) {
            sum += item.weight() + item.rank();
        }
        return (long) sum;
    }

    private long count(int count) {
        long found = 0;
        ItemView.Cursor item = data.items.cursor();
        while (item.advance() && item.index() < count) {
            if (item.weight() > 50) {
                found++;
            }
        }
        return found;
    }

    private long searchByOne(int count) {
        ItemView.Cursor item = data.items.cursor();
        while (item.advance()) {
            if (item.key() == count) {
                return item.index();
            }
        }
        return -1;
    }

    private long searchByTwo(int count) {
        ItemView.Cursor item = data.items.cursor();
        while (item.advance()) {
            if (item.key() == count && item.rank() == count - 1) {
                return item.index();
            }
        }
        return -1;
    }

    private long whileSearch(int count) {
        ItemView.Cursor item = data.items.cursor();
        int i = 0;
        while (true) {
            item.moveTo(i);
            if (item.key() == count) {
                return i;
            }
            if (item.rank() < 0) {
                return -1;
            }
            i++;
        }
    }

    /** The table has one free slot, its last. */
    private long probe(int count) {
        ItemView.Cursor slot = data.table.cursor();
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
        ItemView.Cursor item = data.items.cursor();
        ItemView.Cursor best = data.items.cursor().moveTo(0);
        while (item.advance() && item.index() < count) {
            if (item.weight() > best.weight()) {
                best.moveTo(item.index());
            }
        }
        return best.index();
    }

    private long helper(int count) {
        Wide8View.Cursor wide = data.wide8.cursor();
        while (wide.advance() && wide.index() < count) {
            Helper.addOne(wide);
        }
        return wide.f0();
    }

    private long pairs(int count) {
        double sum = 0;
        ItemView.Cursor one = data.items.cursor();
        ItemView.Cursor other = data.items.cursor();
        for (int i = 0; i < count; i++) {
            one.moveTo(i);
            other.moveTo(count - 1 - i);
            sum += one.weight() * other.weight();
            one.rank(other.rank());
        }
        return (long) sum;
    }

    private long list(int count) {
        double sum = 0;
        ItemView.Cursor item = data.list.cursor();
        while (item.advance() && item.index() < count) {
            sum += item.weight();
        }
        return (long) sum;
    }

    private long union(int count) {
        long stops = 0;
        SignView.Cursor sign = data.signs.cursor();
        while (sign.advance() && sign.index() < count) {
            if (sign.tagNumber() == SignView.TAG_STOP && sign.tag() == SignView.Tag.STOP) {
                stops++;
            }
        }
        return stops;
    }

    private long equals(int count) {
        long equal = 0;
        Wide32View.Cursor one = data.wide32.cursor();
        Wide32View.Cursor other = data.others32.cursor();
        while (one.advance() && other.advance() && one.index() < count) {
            equal += one.equals(other) ? 1 : 0;
        }
        return equal;
    }

    private long equalsNested(int count) {
        long equal = 0;
        TripView.Cursor one = data.trips.cursor();
        TripView.Cursor other = data.otherTrips.cursor();
        while (one.advance() && other.advance() && one.index() < count) {
            equal += one.equals(other) && one.hashCode() == other.hashCode() ? 1 : 0;
        }
        return equal;
    }

    private long hashCode(int count) {
        long sum = 0;
        Wide32View.Cursor wide = data.wide32.cursor();
        while (wide.advance() && wide.index() < count) {
            sum += wide.hashCode();
        }
        return sum;
    }

    private long set(int count) {
        Wide32View.Cursor wide = data.wide32.cursor();
        while (wide.advance() && wide.index() < count) {
            data.others32.set(wide.index(), wide);
        }
        return wide.index();
    }

    private long chain(int count) {
        long sum = 0;
        StationView.Cursor station = StationView.Cursor.of(data.first);
        do {
            sum += station.value();
        } while (station.value() < count - 1 && station.followNext());
        return sum;
    }
}

package dev.ashlar.tests.garbage;

import java.util.Map;
import java.util.TreeMap;

/** Loops by views, in the patterns for which the guide promises that C2 removes every view. */
final class ViewLoops {
    private final Data data;

    ViewLoops(Data data) {
        this.data = data;
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("sum", this::sum);
        loops.put("count", this::count);
        loops.put("searchByOne", this::searchByOne);
        loops.put("helper", this::helper);
        loops.put("listSum", this::listSum);
        loops.put("listAdd", this::listAdd);
        loops.put("equals", this::equals);
        loops.put("hashCode", this::hashCode);
        loops.put("set", this::set);
        return loops;
    }

    private long sum(int count) {
        double sum = 0;
        for (ItemView item : data.items) {
            sum += item.weight() + item.rank();
            if (item.key() == count) {
                break;
            }
        }
        return (long) sum;
    }

    private long equals(int count) {
        long equal = 0;
        for (int i = 0; i < count; i++) {
            equal += data.wide32.get(i).equals(data.others32.get(i)) ? 1 : 0;
        }
        return equal;
    }

    private long hashCode(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += data.wide32.get(i).hashCode();
        }
        return sum;
    }

    private long set(int count) {
        for (int i = 0; i < count; i++) {
            data.others32.set(i, data.wide32.get(i));
        }
        return count;
    }

    private long count(int count) {
        long found = 0;
        for (int i = 0; i < count; i++) {
            if (data.items.get(i).weight() > 50) {
                found++;
            }
        }
        return found;
    }

    private long searchByOne(int count) {
        for (int i = 0; i < Data.COUNT; i++) {
            ItemView item = data.items.get(i);
            if (item.key() == count) {
                return i;
            }
        }
        return -1;
    }

    private long helper(int count) {
        for (int i = 0; i < count; i++) {
            Helper.addOne(data.wide8.get(i));
        }
        return data.wide8.get(0).f0();
    }

    private long listSum(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += data.list.get(i).weight();
        }
        return (long) sum;
    }

    private long listAdd(int count) {
        data.growing.clear();
        for (int i = 0; i < count; i++) {
            data.growing.add(data.records[i]);
        }
        return data.growing.size();
    }
}

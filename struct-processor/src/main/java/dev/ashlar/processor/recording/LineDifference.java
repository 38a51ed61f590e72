package dev.ashlar.processor.recording;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines in which two recordings differ, by their longest common subsequence: those that are gone with {@code -},
 * those that are new with {@code +}, in the order in which they stand.
 */
public final class LineDifference {
    private final List<String> before;
    private final List<String> now;

    /** The length of the longest common subsequence of the rest of {@code before} and the rest of {@code now}. */
    private final int[][] common;

    private LineDifference(List<String> before, List<String> now) {
        this.before = before;
        this.now = now;
        this.common = new int[before.size() + 1][now.size() + 1];
        for (int old = before.size() - 1; old >= 0; old--) {
            for (int neu = now.size() - 1; neu >= 0; neu--) {
                common[old][neu] = before.get(old).equals(now.get(neu))
                        ? common[old + 1][neu + 1] + 1
                        : Math.max(common[old + 1][neu], common[old][neu + 1]);
            }
        }
    }

    /** The lines that changed from {@code before} to {@code now}; empty when none did. */
    public static List<String> of(LayoutRecording before, LayoutRecording now) {
        return new LineDifference(before.lines(), now.lines()).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int old = 0;
        int neu = 0;
        while (old < before.size() || neu < now.size()) {
            if (old < before.size() && neu < now.size() && before.get(old).equals(now.get(neu))) {
                old++;
                neu++;
            } else if (neu == now.size() || (old < before.size() && common[old + 1][neu] >= common[old][neu + 1])) {
                lines.add("- " + before.get(old++));
            } else {
                lines.add("+ " + now.get(neu++));
            }
        }
        return lines;
    }
}

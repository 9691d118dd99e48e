package dev.makeline.benchmark.accuracy.pages;

import java.util.List;

/// How a list of lines that was read compares with the expected one.
///
/// @param standing whether every expected line stands in the data at all
/// @param equal whether both lists are the same
/// @param lines how many lines are expected
/// @param linesEqual how many of them were read, in their order
/// @param linesStanding how many of them stand in the data
record ListScore(boolean standing, boolean equal, int lines, int linesEqual, int linesStanding) {

    static ListScore of(List<String> expected, List<String> read, StandingText data) {
        int standing = (int) expected.stream().filter(data::holds).count();
        return new ListScore(
                standing == expected.size(),
                expected.equals(read),
                expected.size(),
                common(expected, read),
                standing);
    }

    /// The length of the longest common subsequence.
    private static int common(List<String> one, List<String> other) {
        int[] row = new int[other.size() + 1];
        for (String line : one) {
            int diagonal = 0;
            for (int i = 0; i < other.size(); i++) {
                int above = row[i + 1];
                row[i + 1] = line.equals(other.get(i)) ? diagonal + 1 : Math.max(above, row[i]);
                diagonal = above;
            }
        }
        return row[other.size()];
    }
}

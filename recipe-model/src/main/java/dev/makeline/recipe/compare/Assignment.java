package dev.makeline.recipe.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Pairs rows with columns so that the sum of their worths is the largest; each at most once.
///
/// Exact (the Hungarian method, shortest augmenting paths) for up to [#EXACT] rows or columns,
/// O(n³); beyond that the pairs of most worth first, so that the cost of hostile input stays near
/// n².
final class Assignment {

    static final int NONE = -1;

    /// No recipe leaves so many ingredients that are not plainly the same; 64³ steps are a
    /// millisecond.
    private static final int EXACT = 64;

    private Assignment() {}

    /// @param worth by row and column; 0 for two that are never paired, else more than 0
    /// @return the column of each row, or [#NONE]
    static int[] of(double[][] worth, int columns) {
        int rows = worth.length;
        if (rows == 0 || columns == 0) {
            return none(rows);
        }
        return Math.max(rows, columns) <= EXACT
                ? exact(worth, Math.max(rows, columns), columns)
                : greedy(worth, columns);
    }

    private static int[] exact(double[][] worth, int size, int columns) {
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            augment(worth, row, rowPotential, columnPotential, rowOf);
        }
        int[] columnOf = none(worth.length);
        for (int column = 1; column <= columns; column++) {
            int row = rowOf[column] - 1;
            if (row >= 0 && row < worth.length && worth[row][column - 1] > 0) {
                columnOf[row] = column - 1;
            }
        }
        return columnOf;
    }

    /// Finds a place for one more row, moving those that have one where that is worth more.
    private static void augment(
            double[][] worth,
            int newRow,
            double[] rowPotential,
            double[] columnPotential,
            int[] rowOf) {
        int size = rowOf.length - 1;
        double[] least = new double[size + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int[] before = new int[size + 1];
        boolean[] visited = new boolean[size + 1];
        rowOf[0] = newRow;
        int column = 0;
        do {
            visited[column] = true;
            int row = rowOf[column];
            double delta = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int other = 1; other <= size; other++) {
                if (!visited[other]) {
                    double reduced =
                            cost(worth, row, other) - rowPotential[row] - columnPotential[other];
                    if (reduced < least[other]) {
                        least[other] = reduced;
                        before[other] = column;
                    }
                    if (least[other] < delta) {
                        delta = least[other];
                        next = other;
                    }
                }
            }
            for (int other = 0; other <= size; other++) {
                if (visited[other]) {
                    rowPotential[rowOf[other]] += delta;
                    columnPotential[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[before[column]];
            column = before[column];
        }
    }

    private static double cost(double[][] worth, int row, int column) {
        return row <= worth.length && column <= worth[row - 1].length
                ? -worth[row - 1][column - 1]
                : 0;
    }

    private record Candidate(int row, int column, double worth) {}

    private static int[] greedy(double[][] worth, int columns) {
        List<Candidate> candidates = new ArrayList<>();
        for (int row = 0; row < worth.length; row++) {
            for (int column = 0; column < columns; column++) {
                if (worth[row][column] > 0) {
                    candidates.add(new Candidate(row, column, worth[row][column]));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::worth).reversed());
        int[] columnOf = none(worth.length);
        boolean[] taken = new boolean[columns];
        for (Candidate candidate : candidates) {
            if (columnOf[candidate.row()] == NONE && !taken[candidate.column()]) {
                columnOf[candidate.row()] = candidate.column();
                taken[candidate.column()] = true;
            }
        }
        return columnOf;
    }

    private static int[] none(int rows) {
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NONE);
        return columnOf;
    }
}

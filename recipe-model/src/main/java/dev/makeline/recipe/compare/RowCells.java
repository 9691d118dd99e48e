package dev.makeline.recipe.compare;

import dev.makeline.recipe.compare.TableCell.Absence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The cells of a row while it is filled: absent until put.
final class RowCells<T> {

    private final List<TableCell<T>> cells;

    RowCells(int makes, Absence reason) {
        cells = new ArrayList<>(Collections.nCopies(makes, new TableCell.Absent<>(reason)));
    }

    void put(int make, TableCell<T> cell) {
        cells.set(make, cell);
    }

    boolean isAbsent(int make) {
        return cells.get(make) instanceof TableCell.Absent<T>;
    }

    List<TableCell<T>> cells() {
        return cells;
    }
}

package dev.makeline.benchmark.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures how right Makeline is, as far as the given data reach.
///
/// @param data holds the labelled data; without it the pairs that the project makes itself are
///   measured alone
/// @param pairs of each kind
/// @param seed the same seed gives the same pairs
public record Accuracy(Optional<Path> data, int pairs, long seed) {

    /// One of the files that data hold.
    private interface OfFile {
        Measured measure(Path file) throws IOException;
    }

    private record DataRow(String title, String file, OfFile measurement) {}

    /// In the order of the table.
    public List<Measured> measure() throws IOException {
        List<Measured> all = new ArrayList<>();
        all.add(EquivalentPairs.measure(BaseRecipes.composed(), pairs, seed));
        all.add(SeededEdits.measure(BaseRecipes.composed(), pairs, seed));
        for (DataRow row : dataRows()) {
            all.add(measured(row));
        }
        return List.copyOf(all);
    }

    private List<DataRow> dataRows() {
        return List.of(
                new DataRow("pairs of real recipes", "jsonld-pages.jsonl", this::realPairs),
                new DataRow("people's edits", "recipe-edits.jsonl", PeoplesEdits::measure),
                new DataRow("ingredient lines", "nyt-ingredient-lines.csv", ReadingRows::lines),
                new DataRow("pages", "jsonld-pages.jsonl", ReadingRows::pages),
                new DataRow("step alignment", "ara", ReadingRows::alignment));
    }

    private Measured measured(DataRow row) throws IOException {
        if (data.isEmpty()) {
            return leftOut(row.title(), "no --data is given; it needs " + row.file());
        }
        Path file = data.get().resolve(row.file());
        return Files.exists(file)
                ? row.measurement().measure(file)
                : leftOut(row.title(), "the data hold no " + row.file());
    }

    private Measured realPairs(Path pages) throws IOException {
        var drafts = RealRecipes.read(pages);
        if (drafts.isEmpty()) {
            return leftOut("pairs of real recipes", "no page is read as a recipe");
        }
        BaseRecipes bases = BaseRecipes.given("%d real recipes".formatted(drafts.size()), drafts);
        Measured equivalent = EquivalentPairs.measure(bases, pairs, seed);
        Measured edited = SeededEdits.measure(bases, pairs, seed);
        return both(equivalent, edited);
    }

    private static Measured both(Measured first, Measured second) {
        return new Measured(
                joined(first.rows(), second.rows()),
                joined(first.notes(), second.notes()),
                joined(first.details(), second.details()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Measured leftOut(String title, String reason) {
        return new Measured(
                List.of(),
                List.of("Left out: %s, because %s.".formatted(title, reason)),
                List.of());
    }
}

package dev.makeline.benchmark.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.makeline.benchmark.accuracy.people.EditLabel;
import dev.makeline.benchmark.accuracy.people.EditLabels;
import dev.makeline.benchmark.accuracy.people.LabelledScore;
import dev.makeline.benchmark.accuracy.score.Claim;
import dev.makeline.benchmark.accuracy.score.Compared;
import dev.makeline.benchmark.accuracy.words.WordFile;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.recipe.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Scores what the comparison claims of changes that people made: of labelled records precision and
/// recall, of the others only how much is claimed. Not thread-safe.
final class PeoplesEdits {

    private static final double TARGET = 0.90;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EditLabels labels =
            EditLabels.read(WordFile.lines(EditLabels.class, "edit-labels.txt"));
    private final RecipeDocumentReader reader = new RecipeDocumentReader();
    private final List<String> details = new ArrayList<>();
    private int records;
    private int unreadable;
    private int labelled;
    private int right;
    private int invented;
    private int found;
    private int missed;
    private int unlabelled;
    private int unlabelledUnchanged;
    private int unlabelledClaims;

    private PeoplesEdits() {}

    static Measured measure(Path edits) throws IOException {
        PeoplesEdits measuring = new PeoplesEdits();
        for (String line : Files.readAllLines(edits, StandardCharsets.UTF_8)) {
            measuring.add(JSON.readTree(line));
        }
        return measuring.measured();
    }

    private void add(JsonNode edit) {
        records++;
        Optional<Recipe> before = recipe(edit.path("before").asText());
        Optional<Recipe> after = recipe(edit.path("after").asText());
        String title = edit.path("commit").asText() + " " + edit.path("file").asText();
        Optional<List<EditLabel>> known =
                labels.of(edit.path("commit").asText(), edit.path("file").asText());
        if (before.isEmpty() || after.isEmpty()) {
            unreadable++;
            details.add(title + ": not read as a recipe");
            known.ifPresent(all -> score(title, List.of(), all));
            return;
        }
        List<Claim> claims = Compared.claims(before.get(), after.get());
        known.ifPresentOrElse(all -> score(title, claims, all), () -> count(claims));
        boolean wrong =
                known.map(all -> LabelledScore.of(claims, all))
                        .filter(score -> !score.invented().isEmpty() || !score.missed().isEmpty())
                        .isPresent();
        if (wrong) {
            details.add(PairText.of(title, before.get(), after.get(), List.of()));
        }
    }

    private void score(String title, List<Claim> claims, List<EditLabel> all) {
        LabelledScore score = LabelledScore.of(claims, all);
        labelled++;
        right += score.right();
        invented += score.invented().size();
        found += score.found();
        missed += score.missed().size();
        Stream.concat(
                        score.missed().stream().map(label -> "missed " + label),
                        score.invented().stream().map(claim -> "invented " + claim))
                .forEach(wrong -> details.add(title + ": " + wrong));
    }

    private void count(List<Claim> claims) {
        unlabelled++;
        unlabelledClaims += claims.size();
        unlabelledUnchanged += claims.isEmpty() ? 1 : 0;
    }

    private Optional<Recipe> recipe(String markdown) {
        return switch (reader.read(markdown.getBytes(StandardCharsets.UTF_8))) {
            case Reading.Read(var document) -> Optional.of(document.content());
            case Reading.Unreadable _ -> Optional.empty();
        };
    }

    private Measured measured() {
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (labelled > 0) {
            rows.add(
                    Row.percentAtLeast(
                            "people's edits: precision",
                            right + invented == 0 ? 1 : (double) right / (right + invented),
                            TARGET,
                            "%d of %d claims in %d labelled records"
                                    .formatted(right, right + invented, labelled)));
            rows.add(
                    Row.percentAtLeast(
                            "people's edits: recall",
                            found + missed == 0 ? 1 : (double) found / (found + missed),
                            TARGET,
                            "%d of %d labelled changes".formatted(found, found + missed)));
        }
        if (unlabelled > 0) {
            rows.add(
                    Row.told(
                            "people's edits: unlabelled records",
                            Integer.toString(unlabelled),
                            "%d differences claimed, none in %d records; nobody has said what is right"
                                    .formatted(unlabelledClaims, unlabelledUnchanged)));
        }
        if (unreadable > 0) {
            notes.add(
                    "%d of %d records of people's edits were not read as recipes."
                            .formatted(unreadable, records));
        }
        return new Measured(rows, notes, details);
    }
}

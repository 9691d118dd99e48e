package dev.makeline.processor.kind.scaling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.DocumentLimits;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.processor.kind.Assignment;
import dev.makeline.processor.kind.Content;
import dev.makeline.processor.kind.JobInput;
import dev.makeline.processor.kind.JobKind;
import dev.makeline.processor.kind.JobResult;
import dev.makeline.processor.kind.Output;
import dev.makeline.processor.kind.OutputName;
import dev.makeline.processor.kind.Progress;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.job.JobKinds;
import dev.makeline.recipe.quantity.Rational;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A copy of a recipe of any form, in the own form, with its amounts for other servings or times a
/// factor. Steps stay as they are, and the output says so.
public final class ScaleRecipe implements JobKind {

    private static final int READ = 40;
    private static final int SCALED = 80;

    private final RecipeDocumentReader reader = new RecipeDocumentReader();

    @Override
    public String name() {
        return JobKinds.SCALE_RECIPE;
    }

    @Override
    public JobResult run(Assignment assignment, Progress progress) throws IOException {
        JobInput input = assignment.file();
        if (input.content().size() > DocumentLimits.PAGE_BYTES) {
            return new JobResult.Impossible(
                    "The file has %d bytes, which is no one recipe; scale-recipe takes files of at most %d."
                            .formatted(input.content().size(), DocumentLimits.PAGE_BYTES));
        }
        Reading reading = reader.read(input.content().bytes());
        progress.at(READ);
        return switch (reading) {
            case Reading.Unreadable(String reason, Optional<String> place, _) ->
                    new JobResult.Impossible(reason + place.map(" (at %s)"::formatted).orElse(""));
            case Reading.Read(RecipeDocument document) -> scale(document, assignment, progress);
        };
    }

    private JobResult scale(RecipeDocument document, Assignment assignment, Progress progress)
            throws IOException {
        Optional<Rational> factor = factor(document, assignment.parameters());
        if (factor.isEmpty()) {
            return new JobResult.Impossible(
                    "The recipe does not say how many it serves; give a factor in place of servings.");
        }
        ScaledDocument scaled = ScaledDocument.of(document, factor.get());
        // What is told here is a fault of scaling, never of the recipe.
        if (reader.read(scaled.json()) instanceof Reading.Unreadable(String reason, _, _)) {
            return new JobResult.Impossible("The recipe cannot be scaled so far: " + reason);
        }
        progress.at(SCALED);
        scaled.unscaled().forEach(progress::say);
        byte[] json =
                ProtocolJson.mapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsBytes(scaled.json());
        Output output =
                new Output(
                        OutputName.of(assignment.file().name(), "-scaled", ".json"),
                        "application/json",
                        Content.of(json));
        return new JobResult.Made(
                List.of(output),
                "The amounts are those of the recipe times %s.".formatted(factor.get()));
    }

    private static Optional<Rational> factor(RecipeDocument document, JsonNode parameters) {
        if (parameters.has(JobKinds.FACTOR)) {
            return Optional.of(Rational.of(parameters.path(JobKinds.FACTOR).decimalValue()));
        }
        BigDecimal servings = parameters.path(JobKinds.SERVINGS).decimalValue();
        return document.content()
                .servings()
                .map(own -> Rational.of(servings).dividedBy(Rational.of(own)));
    }
}

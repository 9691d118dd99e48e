package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.found.FoundIngredient;
import dev.makeline.document.found.FoundRecipe;
import dev.makeline.document.found.FoundStep;
import dev.makeline.recipe.Quantities;
import dev.makeline.recipe.line.IngredientLine;
import dev.makeline.recipe.line.LineAmount;
import dev.makeline.recipe.quantity.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Writes what was found in a foreign form as the pipeline's own form, within [DocumentLimits]:
/// what is beyond them is left out and said under `unread`.
final class CanonicalDocument {

    static final String UNREAD = "unread";

    private static final int SENTENCES = 20;

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final FoundRecipe found;
    private final List<String> unread;

    private CanonicalDocument(FoundRecipe found) {
        this.found = found;
        this.unread = new ArrayList<>(found.unread());
    }

    static ObjectNode of(FoundRecipe found) throws RefusedException {
        if (found.name().isBlank()) {
            throw RefusedException.whole(
                    "The recipe has no name; give it one, as “name” or as its title.");
        }
        ObjectNode json = new CanonicalDocument(found).write();
        if (json.toString().getBytes(UTF_8).length > DocumentLimits.DOCUMENT_BYTES) {
            throw RefusedException.whole(
                    Reading.Kind.TOO_LARGE,
                    "The recipe takes more than %s bytes (1 MiB); shorten its longest texts."
                            .formatted(Wording.count(DocumentLimits.DOCUMENT_BYTES)));
        }
        return json;
    }

    private ObjectNode write() {
        json.put("recipeName", shortened(found.name()));
        found.id().filter(this::fits).ifPresent(id -> json.put("@id", id));
        found.url().filter(this::fits).ifPresent(url -> json.put("url", url));
        writeRating();
        found.servings().ifPresent(servings -> json.set("servings", Numbers.node(servings)));
        found.yield().filter(this::fits).ifPresent(yield -> json.put("yield", yield));
        found.times().prep().ifPresent(minutes -> json.put("prepTimeMinutes", minutes));
        found.times().cook().ifPresent(minutes -> json.put("cookTimeMinutes", minutes));
        found.times().total().ifPresent(minutes -> json.put("totalTimeMinutes", minutes));
        writeIngredients(json.putArray("ingredients"));
        writeSteps(json.putArray("steps"));
        writeUnread();
        return json;
    }

    private void writeRating() {
        Optional<BigDecimal> rating = found.rating();
        if (rating.filter(value -> value.compareTo(DocumentLimits.MAX_RATING) > 0).isPresent()) {
            unread.add(
                    "The rating is more than %s and was left out."
                            .formatted(DocumentLimits.MAX_RATING));
        } else {
            rating.ifPresent(value -> json.set("rating", Numbers.node(value)));
        }
    }

    private void writeIngredients(ArrayNode ingredients) {
        if (found.ingredients().isEmpty()) {
            unread.add("It names no ingredients.");
        }
        for (FoundIngredient ingredient : found.ingredients()) {
            if (hasRoom(ingredients, DocumentLimits.INGREDIENTS, "ingredients")
                    && fits(ingredient.line())) {
                ObjectNode entry = ingredients.addObject();
                writeIngredient(entry.put("ingredientId", ingredients.size()), ingredient);
            }
        }
    }

    private void writeIngredient(ObjectNode entry, FoundIngredient ingredient) {
        IngredientLine line = IngredientLine.read(ingredient.line());
        Optional<Amount> amount =
                line.total()
                        .or(() -> line.amounts().stream().findFirst().map(LineAmount::amount))
                        .filter(CanonicalDocument::isWritable);
        amount.ifPresent(it -> entry.set("quantity", Numbers.node(it.low().approximation())));
        entry.put("measurement", amount.map(it -> it.unit().name()).orElse(""));
        entry.put("ingredientName", line.name().isBlank() ? ingredient.line() : line.name());
        putText(entry, "preparation", line.preparation());
        putText(entry, "comment", line.comment());
        if (line.optional()) {
            entry.put("optional", true);
        }
        ingredient.group().filter(this::fits).ifPresent(group -> entry.put("group", group));
        entry.put("original", ingredient.line());
    }

    private static boolean isWritable(Amount amount) {
        BigDecimal low = amount.low().approximation();
        return low.signum() >= 0 && Quantities.isWritable(low);
    }

    private void writeSteps(ArrayNode steps) {
        if (found.steps().isEmpty()) {
            unread.add("It names no steps.");
        }
        for (FoundStep step : found.steps()) {
            if (hasRoom(steps, DocumentLimits.STEPS, "steps") && fits(step.text())) {
                ObjectNode entry = steps.addObject().put("stepId", steps.size());
                entry.put("stepText", step.text());
                step.section().filter(this::fits).ifPresent(name -> entry.put("section", name));
            }
        }
    }

    private void writeUnread() {
        List<String> sentences = new LinkedHashSet<>(unread).stream().limit(SENTENCES).toList();
        if (!sentences.isEmpty()) {
            ArrayNode list = json.putArray(UNREAD);
            sentences.forEach(list::add);
        }
    }

    private boolean hasRoom(ArrayNode list, int limit, String what) {
        if (list.size() < limit) {
            return true;
        }
        unread.add("Only the first %s %s were read.".formatted(Wording.count(limit), what));
        return false;
    }

    private boolean fits(String text) {
        if (text.length() <= DocumentLimits.TEXT_CHARACTERS) {
            return true;
        }
        unread.add(
                "A text of more than %s characters was left out: “%s”."
                        .formatted(
                                Wording.count(DocumentLimits.TEXT_CHARACTERS),
                                Wording.shortened(text, 60)));
        return false;
    }

    private static String shortened(String name) {
        return name.length() <= DocumentLimits.TEXT_CHARACTERS
                ? name
                : Wording.shortened(name, DocumentLimits.TEXT_CHARACTERS - 1);
    }

    private static void putText(ObjectNode entry, String field, String text) {
        if (!text.isBlank()) {
            entry.put(field, text);
        }
    }
}

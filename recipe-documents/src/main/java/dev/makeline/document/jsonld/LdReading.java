package dev.makeline.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.found.FoundIngredient;
import dev.makeline.document.found.FoundRecipe;
import dev.makeline.document.found.FoundStep;
import dev.makeline.document.found.FoundTimes;
import dev.makeline.document.found.Minutes;
import dev.makeline.document.found.PlainText;
import dev.makeline.document.found.Servings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Reads the fields of one Recipe.
final class LdReading {

    /// An address of more than a site as a whole, which some sites write into every recipe.
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?://[^\\s/?#]++/*+(?:[^\\s/?#]|\\?[^\\s#])|urn:)\\S*");

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,20})?");

    private final LdNode recipe;
    private final List<String> unread;

    private LdReading(LdNode recipe, List<String> unread) {
        this.recipe = recipe;
        this.unread = new ArrayList<>(unread);
    }

    /// @param unread what is already known not to be read
    static FoundRecipe of(LdNode recipe, List<String> unread) {
        return new LdReading(recipe, unread).read();
    }

    private FoundRecipe read() {
        List<FoundIngredient> ingredients = LdIngredients.of(recipe);
        List<FoundStep> steps = LdInstructions.of(recipe);
        Optional<BigDecimal> rating = rating();
        Optional<String> yield = yieldText();
        FoundTimes times =
                new FoundTimes(minutes("prepTime"), minutes("cookTime"), minutes("totalTime"));
        return new FoundRecipe(
                recipe.text("name", "headline", "alternativeHeadline").orElse(""),
                address("@id"),
                address("url").or(() -> address("mainEntityOfPage")),
                rating,
                yield,
                yield.flatMap(Servings::in),
                times,
                ingredients,
                steps,
                unread);
    }

    private Optional<String> address(String field) {
        Optional<JsonNode> value = recipe.value(field);
        return value.flatMap(LdNode::rawText)
                .or(() -> value.map(it -> it.path("@id").asText()))
                .map(String::strip)
                .filter(text -> ADDRESS.matcher(text).matches());
    }

    /// A 0 is what sites write while nobody has rated.
    private Optional<BigDecimal> rating() {
        Optional<String> written =
                recipe.object("aggregateRating").flatMap(rating -> rating.text("ratingValue"));
        Optional<BigDecimal> rating =
                written.filter(text -> DECIMAL.matcher(text).matches())
                        .map(text -> new BigDecimal(text.replace(',', '.')));
        if (written.isPresent() && rating.isEmpty()) {
            unread.add("The rating is no number.");
        }
        return rating.filter(value -> value.signum() > 0);
    }

    /// The first that has words, "4 people", else the first.
    private Optional<String> yieldText() {
        List<String> yields = new ArrayList<>();
        recipe.value("recipeYield", "yield").ifPresent(value -> addYields(value, yields));
        return yields.stream()
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .findFirst()
                .or(() -> yields.stream().findFirst());
    }

    private void addYields(JsonNode value, List<String> yields) {
        if (value.isArray()) {
            value.forEach(entry -> addYields(entry, yields));
        } else if (value.isObject()) {
            LdNode quantity = recipe.of(value);
            String unit = quantity.text("unitText", "name").map(text -> " " + text).orElse("");
            quantity.text("value", "@value").ifPresent(number -> yields.add(number + unit));
        } else {
            Optional.of(PlainText.line(value.asText()))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(yields::add);
        }
    }

    private OptionalInt minutes(String field) {
        Optional<String> written =
                recipe.text(field)
                        .or(() ->
                                recipe.object(field)
                                        .flatMap(time -> time.text("maxValue", "value", "name")))
                        .filter(text -> !Minutes.isNone(text));
        OptionalInt minutes = written.map(Minutes::of).orElse(OptionalInt.empty());
        if (written.isPresent() && minutes.isEmpty()) {
            unread.add("The “%s” is no duration.".formatted(field));
        }
        return minutes;
    }
}

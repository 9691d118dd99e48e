package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.recipe.Ingredient;
import dev.makeline.recipe.Recipe;
import dev.makeline.recipe.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the known fields of a document and makes it canonical. A field that may be absent may be
/// null too, since generated clients write it so.
final class RecipeFields {

    static final String RECIPE_ID = "recipeId";

    private static final String INGREDIENTS = "ingredients";
    private static final String STEPS = "steps";
    private static final List<String> TEXTS_OF_A_MAKE = List.of("madeAt", "madeBy", "notes");

    private final ObjectNode document;

    private RecipeFields(ObjectNode document) {
        this.document = document;
    }

    /// @param document passed [DocumentWalk], and becomes the canonical form
    static RecipeDocument read(ObjectNode document) throws RefusedException {
        return new RecipeFields(document).read();
    }

    private RecipeDocument read() throws RefusedException {
        FieldReader fields = new FieldReader(document, Place.TOP, "the recipe");
        String name = fields.name("recipeName");
        OptionalLong ownId = fields.id(RECIPE_ID);
        OptionalLong makeId = fields.id("makeId");
        for (String text : TEXTS_OF_A_MAKE) {
            fields.text(text);
        }
        Recipe content =
                new Recipe(
                        name,
                        rating(fields),
                        servings(fields),
                        ingredients(),
                        steps(),
                        ToleranceFields.read(fields, "tolerances", ToleranceFields.OF_A_RECIPE));
        if (content.ingredients().isEmpty() && content.steps().isEmpty() && !saysWhatIsUnread()) {
            throw RefusedException.at(
                    Place.TOP, "The recipe has neither ingredients nor steps; it needs some.");
        }
        long recipeId = ownId.isPresent() ? ownId.getAsLong() : DerivedRecipeId.of(document, name);
        document.put(RECIPE_ID, recipeId);
        return new RecipeDocument(recipeId, ownId.isEmpty(), makeId, content, document);
    }

    /// What came from a page that says no more than the name is kept, to be filled in.
    private boolean saysWhatIsUnread() {
        return !RecipeDocument.unread(document).isEmpty();
    }

    private static Optional<BigDecimal> rating(FieldReader fields) throws RefusedException {
        Optional<BigDecimal> rating = fields.number("rating");
        if (rating.filter(value -> value.compareTo(DocumentLimits.MAX_RATING) > 0).isPresent()) {
            throw fields.refused(
                    "rating",
                    "The rating is %s; write a number from 0 to %s."
                            .formatted(
                                    Wording.described(fields.value("rating")),
                                    DocumentLimits.MAX_RATING));
        }
        return rating;
    }

    private static Optional<BigDecimal> servings(FieldReader fields) throws RefusedException {
        Optional<BigDecimal> servings = fields.number("servings");
        if (servings.filter(value -> value.signum() == 0).isPresent()) {
            throw fields.refused("servings", "The servings are 0; write a number above 0.");
        }
        return servings;
    }

    private List<Ingredient> ingredients() throws RefusedException {
        List<Ingredient> ingredients = new ArrayList<>();
        Place place = Place.TOP.field(INGREDIENTS);
        JsonNode list = list(INGREDIENTS, DocumentLimits.INGREDIENTS);
        for (JsonNode entry : list) {
            int index = ingredients.size();
            ingredients.add(ingredient(entry, place.entry(index), index + 1));
        }
        return ingredients;
    }

    private static Ingredient ingredient(JsonNode entry, Place place, int number)
            throws RefusedException {
        String plain = "ingredient " + number;
        FieldReader unnamed = new FieldReader(object(entry, place, plain), place, plain);
        String name = unnamed.name("ingredientName");
        FieldReader fields = unnamed.named(plain + " (" + Wording.shortened(name, 40) + ")");
        Optional<String> original = fields.text("original").filter(line -> !line.isBlank());
        return new Ingredient(
                fields.id("ingredientId"),
                quantity(fields, original),
                fields.text("measurement").orElse(""),
                name,
                original,
                ToleranceFields.read(fields, "tolerance", ToleranceFields.OF_AN_INGREDIENT));
    }

    /// May be absent where the whole line is there, as "salt to taste".
    private static Optional<BigDecimal> quantity(FieldReader fields, Optional<String> original)
            throws RefusedException {
        return original.isPresent()
                ? fields.number("quantity")
                : Optional.of(fields.requiredNumber("quantity"));
    }

    private List<Step> steps() throws RefusedException {
        List<Step> steps = new ArrayList<>();
        Place place = Place.TOP.field(STEPS);
        for (JsonNode entry : list(STEPS, DocumentLimits.STEPS)) {
            Place at = place.entry(steps.size());
            String subject = "step " + (steps.size() + 1);
            FieldReader fields = new FieldReader(object(entry, at, subject), at, subject);
            steps.add(
                    new Step(
                            fields.id("stepId"),
                            fields.name("stepText"),
                            ToleranceFields.read(fields, "tolerance", ToleranceFields.OF_A_STEP)));
        }
        return steps;
    }

    private JsonNode list(String field, int limit) throws RefusedException {
        JsonNode list = document.path(field);
        boolean absent = list.isMissingNode() || list.isNull();
        if (!list.isArray() && !absent) {
            throw RefusedException.at(
                    Place.TOP.field(field),
                    "The %s are %s; write them as a list, [ … ]."
                            .formatted(field, Wording.described(list)));
        }
        if (list.size() > limit) {
            throw RefusedException.at(
                    Place.TOP.field(field),
                    "The recipe has %s %s, but may have at most %s."
                            .formatted(Wording.count(list.size()), field, Wording.count(limit)));
        }
        return list;
    }

    private static ObjectNode object(JsonNode entry, Place place, String subject)
            throws RefusedException {
        if (entry instanceof ObjectNode object) {
            return object;
        }
        throw RefusedException.at(
                place,
                "%s is %s; write it as an object, { … }."
                        .formatted(FieldReader.capitalised(subject), Wording.described(entry)));
    }
}

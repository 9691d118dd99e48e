package dev.makeline.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.found.FoundIngredient;
import dev.makeline.document.found.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines of ingredients of a Recipe: texts, objects with amount and name, lists and groups of
/// those. A single text holds a line of ingredients on each of its lines.
final class LdIngredients {

    private final LdNode recipe;
    private final List<FoundIngredient> found = new ArrayList<>();

    private LdIngredients(LdNode recipe) {
        this.recipe = recipe;
    }

    static Optional<JsonNode> valueIn(LdNode recipe) {
        return recipe.value("recipeIngredient", "ingredients", "ingredient", "supply");
    }

    static List<FoundIngredient> of(LdNode recipe) {
        LdIngredients reading = new LdIngredients(recipe);
        valueIn(recipe).ifPresent(value -> reading.read(value, Optional.empty(), isOne(value)));
        return reading.found;
    }

    private static boolean isOne(JsonNode value) {
        return value.isArray() ? value.size() == 1 && isOne(value.get(0)) : value.isValueNode();
    }

    private void read(JsonNode value, Optional<String> group, boolean one) {
        if (value.isArray()) {
            value.forEach(entry -> read(entry, group, one));
        } else if (value.isObject()) {
            readObject(recipe.of(value), group);
        } else if (one) {
            PlainText.lines(value.asText()).forEach(line -> add(line, group));
        } else if (!value.isNull()) {
            add(PlainText.line(value.asText()), group);
        }
    }

    private void readObject(LdNode object, Optional<String> group) {
        Optional<JsonNode> members = object.value("itemListElement", "recipeIngredient");
        if (members.isPresent()) {
            read(members.get(), object.text("name").or(() -> group), false);
        } else if (object.value("item").filter(JsonNode::isObject).isPresent()) {
            object.object("item").ifPresent(item -> readObject(item, group));
        } else {
            add(line(object), group);
        }
    }

    private static String line(LdNode object) {
        Optional<String> name = object.text("name", "text", "item", "ingredient", "@value");
        Optional<String> amount = amount(object);
        return Stream.of(amount, name).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }

    private static Optional<String> amount(LdNode object) {
        Optional<LdNode> quantity =
                object.object("requiredQuantity")
                        .or(() -> object.object("amount"))
                        .or(() -> object.object("quantity"));
        if (quantity.isPresent() && !quantity.get().json().equals(object.json())) {
            return amount(quantity.get());
        }
        Optional<String> number = object.text("value", "amount", "quantity", "requiredQuantity");
        Optional<String> unit = object.text("unitText", "unit", "unitCode");
        return number.map(value -> unit.map(text -> value + " " + text).orElse(value));
    }

    private void add(String line, Optional<String> group) {
        if (!line.isEmpty()) {
            found.add(new FoundIngredient(line, group));
        }
    }
}

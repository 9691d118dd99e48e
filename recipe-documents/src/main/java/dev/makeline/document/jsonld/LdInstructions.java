package dev.makeline.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import dev.makeline.document.found.FoundRecipe;
import dev.makeline.document.found.FoundStep;
import dev.makeline.document.found.InstructionText;
import dev.makeline.document.found.PlainText;
import dev.makeline.document.found.StepLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The steps of a Recipe: texts, HowToSteps and HowToSections in lists of any depth.
///
/// The name of a step is a step before it, unless the text begins with it or it only numbers the
/// step. Where one text is all there is, it holds all steps ([InstructionText]).
final class LdInstructions {

    private static final String ELLIPSIS = "…";

    private final Set<String> labels;
    private final List<FoundStep> found = new ArrayList<>();

    private LdInstructions(Set<String> labels) {
        this.labels = labels;
    }

    static Optional<JsonNode> valueIn(LdNode recipe) {
        return recipe.value("recipeInstructions", "instructions", "step", "steps");
    }

    static List<FoundStep> of(LdNode recipe) {
        Optional<JsonNode> value = valueIn(recipe);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        addStepNames(recipe.of(value.get()), names);
        LdInstructions reading = new LdInstructions(StepLabel.among(names));
        Optional<String> one = onlyText(value.get());
        if (one.isPresent()) {
            InstructionText.steps(one.get()).forEach(step -> reading.add(step, Optional.empty()));
        } else {
            reading.read(recipe, value.get(), Optional.empty());
        }
        return reading.found;
    }

    private static void addStepNames(LdNode node, List<String> names) {
        if (node.json().isArray()) {
            node.json().forEach(entry -> addStepNames(node.of(entry), names));
            return;
        }
        if (!isSection(node) && names.size() < FoundRecipe.MOST_LINES) {
            node.text("name").ifPresent(names::add);
        }
        members(node).ifPresent(value -> addStepNames(node.of(value), names));
    }

    /// The text that a value is, or that the only step in it has.
    private static Optional<String> onlyText(JsonNode value) {
        if (value.isArray()) {
            return value.size() == 1 ? onlyText(value.get(0)) : Optional.empty();
        }
        if (value.isObject()) {
            boolean onlyText = value.path("text").isTextual() && !value.has("itemListElement");
            boolean named = value.has("name") && !value.path("name").asText().isBlank();
            return onlyText && !named ? onlyText(value.get("text")) : Optional.empty();
        }
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    private void read(LdNode owner, JsonNode value, Optional<String> section) {
        if (value.isArray()) {
            value.forEach(entry -> read(owner, entry, section));
        } else if (value.isObject()) {
            readObject(owner.of(value), section);
        } else if (!value.isNull()) {
            add(PlainText.line(value.asText()), section);
        }
    }

    private void readObject(LdNode object, Optional<String> section) {
        Optional<JsonNode> members = members(object);
        if (members.isPresent() && isSection(object)) {
            // Sites print the name of a section as a line of its own among the steps.
            Optional<String> name = object.text("name");
            name.ifPresent(it -> add(it, name));
            read(object, members.get(), name.or(() -> section));
            return;
        }
        Optional<JsonNode> item = object.value("item").filter(JsonNode::isContainerNode);
        if (item.isPresent()) {
            read(object, item.get(), section);
            return;
        }
        Optional<String> text = object.text("text", "description", "@value", "item");
        object.text("name")
                .filter(name -> addsTo(text, name))
                .ifPresent(name -> add(name, section));
        members.ifPresentOrElse(
                value -> read(object, value, section),
                () -> text.ifPresent(it -> add(it, section)));
    }

    private static boolean isSection(LdNode object) {
        return !object.is("HowToStep");
    }

    private static Optional<JsonNode> members(LdNode object) {
        return object.value("itemListElement", "steps", "step");
    }

    private boolean addsTo(Optional<String> text, String name) {
        if (text.isEmpty()) {
            return true;
        }
        String start = name.replaceFirst("(?:\\.|%s)+$".formatted(ELLIPSIS), "").strip();
        return !labels.contains(name) && !text.get().startsWith(start);
    }

    private void add(String text, Optional<String> section) {
        if (!text.isEmpty() && found.size() < FoundRecipe.MOST_LINES) {
            found.add(new FoundStep(text, section));
        }
    }
}

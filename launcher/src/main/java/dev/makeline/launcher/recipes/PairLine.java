package dev.makeline.launcher.recipes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.makeline.document.Reading;
import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.launcher.recipes.JsonLine.BrokenException;
import dev.makeline.launcher.recipes.JsonLine.Field;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Compares a line `{"recipe": …, "make": …}`. Each side is an object in the own form or JSON-LD,
/// or the text of a document in any form. An `id` comes back in front of the answer.
final class PairLine implements LineAnswers.Answer {

    private static final Set<String> FIELDS = Set.of("id", "recipe", "make");
    private static final RecipeDocumentReader READER = new RecipeDocumentReader();

    private final Consumer<ComparedPair> seen;

    /// @param seen hears of every pair that was compared
    PairLine(Consumer<ComparedPair> seen) {
        this.seen = seen;
    }

    @Override
    public ObjectNode to(byte[] line) throws BrokenException {
        JsonLine read = JsonLine.read(line, FIELDS);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        read.field("id").ifPresent(id -> answer.set("id", node(id)));
        return answer.setAll(compared(read));
    }

    private ObjectNode compared(JsonLine line) {
        return switch (side(line, "recipe")) {
            case Unreadable unreadable -> error(unreadable, "recipe");
            case Read(RecipeDocument recipe) ->
                    switch (side(line, "make")) {
                        case Unreadable unreadable -> error(unreadable, "make");
                        case Read(RecipeDocument make) -> compared(recipe, make);
                    };
        };
    }

    private ObjectNode compared(RecipeDocument recipe, RecipeDocument make) {
        ComparedPair pair = ComparedPair.of(recipe, make);
        seen.accept(pair);
        return pair.json();
    }

    private static Reading side(JsonLine line, String side) {
        Optional<Field> field = line.field(side);
        if (field.isEmpty()) {
            return refused("The line has no %s.".formatted(side));
        }
        return switch (field.get()) {
            case Field.Text(String content) -> READER.read(content);
            case Field.Structure(String json) -> READER.read(json);
            case Field.Scalar scalar ->
                    refused("The %s is neither an object nor a text.".formatted(side));
        };
    }

    private static Unreadable refused(String sentence) {
        return new Unreadable(sentence, Optional.empty(), Reading.Kind.INVALID);
    }

    private static ObjectNode error(Unreadable unreadable, String side) {
        return LineAnswers.error(unreadable).put("side", side);
    }

    private static JsonNode node(Field id) {
        return switch (id) {
            case Field.Text(String content) -> JsonNodeFactory.instance.textNode(content);
            case Field.Structure(String json) -> new POJONode(new RawValue(json));
            case Field.Scalar(String json) -> new POJONode(new RawValue(json));
        };
    }
}

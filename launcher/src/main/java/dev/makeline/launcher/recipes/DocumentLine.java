package dev.makeline.launcher.recipes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.Reading.Read;
import dev.makeline.document.Reading.Unreadable;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.launcher.recipes.JsonLine.BrokenException;
import dev.makeline.launcher.recipes.JsonLine.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the recipe of a line `{"jsonld": …}`, `{"html": …}`, `{"markdown": …}` or `{"text": …}`,
/// the first of them that it has: the text of a document in whatever form, or an object. A line
/// that is a document in the own form, such as this prints, is read as it is.
final class DocumentLine implements LineAnswers.Answer {

    private static final List<String> SOURCES = List.of("jsonld", "html", "markdown", "text");
    private static final String OWN_NAME = "recipeName";
    private static final Set<String> FIELDS =
            Stream.concat(SOURCES.stream(), Stream.of(OWN_NAME))
                    .collect(Collectors.toUnmodifiableSet());
    private static final RecipeDocumentReader READER = new RecipeDocumentReader();

    @Override
    public ObjectNode to(byte[] line) throws BrokenException {
        return switch (READER.read(document(JsonLine.read(line, FIELDS)))) {
            case Read(RecipeDocument document) -> document.json();
            case Unreadable unreadable -> LineAnswers.error(unreadable);
        };
    }

    private static String document(JsonLine line) throws BrokenException {
        Optional<Field> source =
                SOURCES.stream().flatMap(name -> line.field(name).stream()).findFirst();
        if (source.isEmpty() && line.field(OWN_NAME).isPresent()) {
            return line.text();
        }
        if (source.isEmpty()) {
            throw new BrokenException(
                    "The line has no document: write it under “jsonld”, “html”, “markdown” or “text”.");
        }
        return switch (source.get()) {
            case Field.Text(String content) -> content;
            case Field.Structure(String json) -> json;
            case Field.Scalar(String json) ->
                    throw new BrokenException("The document is neither an object nor a text.");
        };
    }
}

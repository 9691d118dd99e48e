package dev.makeline.processor.kind.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.makeline.document.DocumentLimits;
import dev.makeline.protocol.DocumentKind;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One JSON value: a list of documents, an object of such lists, the graph of a JSON-LD file, or
/// one document. Only where each document begins and ends is found here; its bytes are read by
/// whoever takes it.
final class JsonDocuments {

    /// Field names are canonicalized, since Jackson counts bytes only in the parser that does so;
    /// its table of names is bounded.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(ImportLimits.DEPTH)
                                    .maxNameLength(DocumentLimits.TEXT_CHARACTERS)
                                    .maxStringLength(DocumentLimits.PAGE_BYTES)
                                    .build())
                    .build();

    private static final String OWN_NAME = "recipeName";
    private static final String GRAPH = "@graph";
    private static final Map<String, Optional<DocumentKind>> LISTS =
            Map.of(
                    "recipes",
                    Optional.of(DocumentKind.RECIPE),
                    "makes",
                    Optional.of(DocumentKind.MAKE),
                    "itemListElement",
                    Optional.empty(),
                    GRAPH,
                    Optional.empty());

    private final Source source;
    private final int begin;
    private final String place;
    private final Piece.Taker taker;

    JsonDocuments(Source source, int begin, String place, Piece.Taker taker) {
        this.source = source;
        this.begin = begin;
        this.place = place;
        this.taker = taker;
    }

    void split() throws IOException, UnfitFileException {
        try {
            Set<String> lists = lists();
            if (lists.isEmpty() || isOneOfAGraph(lists)) {
                one();
            } else {
                several(lists);
            }
        } catch (StreamConstraintsException e) {
            throw new UnfitFileException(
                    "%s holds lists in lists, names or numbers beyond what any recipes need, near %s; nothing was imported."
                            .formatted(subject(), at(e.getLocation())));
        } catch (JsonProcessingException e) {
            throw new UnfitFileException(
                    "%s is no JSON any more at %s; nothing was imported. Mend it there, or write one document in each line and name the file .jsonl, where a broken one does not stop the others."
                            .formatted(subject(), at(e.getLocation())));
        }
    }

    /// The fields of the outermost object that hold documents; for a list, the empty name.
    private Set<String> lists() throws IOException, UnfitFileException {
        Set<String> lists = new HashSet<>();
        boolean own = false;
        try (JsonParser parser = parser()) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                parser.skipChildren();
                lists.add("");
            } else {
                for (String name = parser.nextFieldName();
                        name != null;
                        name = parser.nextFieldName()) {
                    own |= name.equals(OWN_NAME);
                    if (parser.nextToken() == JsonToken.START_ARRAY && LISTS.containsKey(name)) {
                        lists.add(name);
                    }
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new UnfitFileException(
                        "%s goes on after its end at %s; nothing was imported. Write the documents as one list, or one in each line and name the file .jsonl."
                                .formatted(subject(), at(parser.currentTokenLocation())));
            }
        }
        return own ? Set.of() : lists;
    }

    /// A page's data, whose parts refer to one another, stays together.
    private boolean isOneOfAGraph(Set<String> lists) throws IOException, UnfitFileException {
        if (!lists.equals(Set.of(GRAPH)) || source.size() > DocumentLimits.DOCUMENT_BYTES) {
            return false;
        }
        int[] recipes = {0};
        new JsonDocuments(source, begin, place, _ -> recipes[0]++).several(lists);
        return recipes[0] <= 1;
    }

    private void one() throws IOException, UnfitFileException {
        take(place.isEmpty() ? "the file" : place, begin, source.size(), Optional.empty());
    }

    private void several(Set<String> lists) throws IOException, UnfitFileException {
        try (JsonParser parser = parser()) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                elements(parser, "");
                return;
            }
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                if (parser.nextToken() == JsonToken.START_ARRAY && lists.contains(name)) {
                    elements(parser, name);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void elements(JsonParser parser, String list) throws IOException, UnfitFileException {
        Optional<DocumentKind> as = LISTS.getOrDefault(list, Optional.empty());
        int number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            number++;
            Element element = Element.read(parser);
            if (!list.equals(GRAPH) || element.isRecipe()) {
                String entry = (list.isEmpty() ? "entry " : list + " entry ") + number;
                take(Places.join(place, entry), begin + element.start(), begin + element.end(), as);
            }
        }
    }

    private void take(String at, long start, long end, Optional<DocumentKind> as)
            throws IOException, UnfitFileException {
        Optional<Piece> tooLarge = ImportFile.tooLarge(at, end - start);
        taker.take(
                tooLarge.isPresent()
                        ? tooLarge.get()
                        : new Piece.Document(
                                at, source.slice(start, Math.toIntExact(end - start)), as));
    }

    private JsonParser parser() throws IOException, UnfitFileException {
        JsonParser parser = FACTORY.createParser(source.from(begin));
        if (parser.currentLocation().getByteOffset() < 0) {
            throw new UnfitFileException("%s is not in UTF-8; save it so.".formatted(subject()));
        }
        return parser;
    }

    private String subject() {
        return place.isEmpty() ? "The file" : "The entry " + place;
    }

    private static String at(@org.jspecify.annotations.Nullable JsonLocation location) {
        return location == null
                ? "its end"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}

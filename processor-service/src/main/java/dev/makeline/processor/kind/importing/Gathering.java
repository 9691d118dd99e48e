package dev.makeline.processor.kind.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocument;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.DocumentKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the documents of a file one by one and sorts them into those that are good and those that
/// are not. The good ones are kept in a spool, in their own form.
final class Gathering implements Piece.Taker {

    /// What only somebody who made a recipe says; as where a single file is sent to the intake.
    private static final List<String> FIELDS_OF_A_MAKE = List.of("makeId", "madeAt", "madeBy");

    private static final String RECIPE_ID = "recipeId";

    private final RecipeDocumentReader reader = new RecipeDocumentReader();
    private final DocumentSpool spool;
    private final Optional<DocumentKind> as;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Repeated> repeated = new ArrayList<>();
    private final Map<ByteBuffer, Integer> seen = new HashMap<>();
    private int documents;

    /// @param as what all documents are; else what the file, or each of them, says
    Gathering(DocumentSpool spool, Optional<DocumentKind> as) {
        this.spool = spool;
        this.as = as;
    }

    @Override
    public void take(Piece piece) throws UnfitFileException {
        switch (piece) {
            case Piece.Refused(String place, String reason) ->
                    refused.add(new Refused(next(), place, reason, Optional.empty()));
            case Piece.Document(String place, byte[] bytes, Optional<DocumentKind> said) -> {
                List<Reading> readings = reader.readAll(bytes);
                for (int i = 0; i < readings.size(); i++) {
                    String at =
                            readings.size() == 1 ? place : Places.join(place, "recipe " + (i + 1));
                    sort(readings.get(i), at, said);
                }
            }
        }
    }

    private void sort(Reading reading, String place, Optional<DocumentKind> said)
            throws UnfitFileException {
        int number = next();
        switch (reading) {
            case Reading.Unreadable(String reason, Optional<String> within, _) ->
                    refused.add(new Refused(number, place, reason, within));
            case Reading.Read(RecipeDocument document) ->
                    keep(
                            number,
                            place,
                            as.or(() -> said).orElseGet(() -> kindOf(document)),
                            document);
        }
    }

    private void keep(int number, String place, DocumentKind kind, RecipeDocument document) {
        byte[] bytes = content(document).toString().getBytes(UTF_8);
        Integer first = seen.putIfAbsent(digest(kind, bytes), number);
        if (first != null) {
            repeated.add(new Repeated(number, place, first));
            return;
        }
        try {
            accepted.add(
                    new Accepted(
                            number,
                            place,
                            kind,
                            document.recipeId(),
                            spool.keep(bytes),
                            document.unread()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without an id that it did not name, so that it is derived where it is kept, as for a
    /// document that is dropped there by hand.
    private static ObjectNode content(RecipeDocument document) {
        if (!document.recipeIdDerived()) {
            return document.json();
        }
        ObjectNode json = document.json().deepCopy();
        json.remove(RECIPE_ID);
        return json;
    }

    private static DocumentKind kindOf(RecipeDocument document) {
        return FIELDS_OF_A_MAKE.stream().anyMatch(document.json()::hasNonNull)
                ? DocumentKind.MAKE
                : DocumentKind.RECIPE;
    }

    private static ByteBuffer digest(DocumentKind kind, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.name().getBytes(UTF_8));
            return ByteBuffer.wrap(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private int next() throws UnfitFileException {
        ImportLimits.checkDocuments(++documents);
        return documents;
    }

    int documents() {
        return documents;
    }

    /// In the order of the file.
    List<Accepted> accepted() {
        return accepted;
    }

    List<Refused> refused() {
        return refused;
    }

    List<Repeated> repeated() {
        return repeated;
    }
}

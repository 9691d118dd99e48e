package dev.makeline.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// The `recipeId` of a document that names none, so that the same file dropped twice is the same
/// recipe, and a make without an id finds its recipe.
///
/// It is taken from the first of `@id`, `url` and the recipe's name that is a text: 2^52 plus the
/// first 52 bits of the SHA-256 of `source:` and that address with the blanks around it removed, or
/// of `name:` and the name in lower case, NFKC, with single blanks. Being at least 2^52 it never
/// meets an id that a person chose; among a million derived ids two meet with a chance of 1 in
/// 9,000.
final class DerivedRecipeId {

    private static final long FIRST = 1L << 52;
    private static final List<String> ADDRESSES = List.of("@id", "url");

    private DerivedRecipeId() {}

    static long of(JsonNode document, String recipeName) {
        return FIRST | sha256(source(document, recipeName)).getLong() >>> 12;
    }

    private static String source(JsonNode document, String recipeName) {
        for (String field : ADDRESSES) {
            JsonNode address = document.path(field);
            if (address.isTextual() && !address.textValue().isBlank()) {
                return "source:" + address.textValue().strip();
            }
        }
        String name = Normalizer.normalize(recipeName, Normalizer.Form.NFKC);
        return "name:" + name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    }

    private static ByteBuffer sha256(String text) {
        try {
            byte[] bytes = text.getBytes(UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.document.found.FoundRecipe;
import dev.makeline.document.jsonld.JsonLdRecipe;
import dev.makeline.document.jsonld.LooseJson;
import dev.makeline.document.markdown.MarkdownRecipe;
import dev.makeline.document.page.PageRecipe;
import java.util.List;
import java.util.Optional;

/// Tells by its content in which form a document is written, and turns every form into the
/// pipeline's own.
final class DocumentForm {

    private static final String OWN_NAME = "recipeName";

    private DocumentForm() {}

    /// The document in its own form: as it is, or canonical when it came in another.
    static ObjectNode read(JsonText text) throws RefusedException {
        String whole = text.between(0, text.length());
        boolean page = isPage(text);
        if (LooseJson.isLikely(whole)) {
            return page ? wrapped(whole) : json(text, whole);
        }
        if (page) {
            return page(whole);
        }
        return MarkdownRecipe.isLikely(whole)
                ? canonical(MarkdownRecipe.in(whole))
                : JsonTree.read(text);
    }

    /// Every recipe of a page.
    ///
    /// @param text [#isPage]
    static List<FoundRecipe> allOfPage(JsonText text) throws RefusedException {
        String html = text.between(0, text.length());
        refuseMostTags(html);
        return PageRecipe.allIn(html);
    }

    static boolean isPage(JsonText text) {
        int start = text.nextVisible(0);
        return start < text.length() && text.at(start) == '<';
    }

    /// Strict as long as it may be the pipeline's own; only what sites publish is read with
    /// leniency.
    private static ObjectNode json(JsonText text, String whole) throws RefusedException {
        try {
            ObjectNode document = JsonTree.read(text);
            Optional<FoundRecipe> found = linked(document);
            return found.isPresent() ? canonical(found.get()) : document;
        } catch (RefusedException refused) {
            Optional<FoundRecipe> found = LooseJson.read(whole).flatMap(DocumentForm::linked);
            if (found.isEmpty()) {
                throw refused;
            }
            return canonical(found.get());
        }
    }

    private static ObjectNode wrapped(String whole) throws RefusedException {
        Optional<FoundRecipe> found = LooseJson.read(whole).flatMap(DocumentForm::linked);
        return found.isPresent() ? canonical(found.get()) : page(whole);
    }

    private static Optional<FoundRecipe> linked(JsonNode document) {
        return document.has(OWN_NAME) ? Optional.empty() : JsonLdRecipe.in(List.of(document));
    }

    private static ObjectNode page(String html) throws RefusedException {
        refuseMostTags(html);
        Optional<FoundRecipe> found = PageRecipe.in(html);
        if (found.isEmpty()) {
            throw RefusedException.whole(
                    "The page holds no recipe that a program can find (schema.org JSON-LD or microdata); send the recipe as JSON or Markdown.");
        }
        return canonical(found.get());
    }

    private static void refuseMostTags(String html) throws RefusedException {
        if (html.chars().filter(character -> character == '<').count() > DocumentLimits.PAGE_TAGS) {
            throw RefusedException.whole(
                    "The page has more than %s tags, which is no page of a recipe."
                            .formatted(Wording.count(DocumentLimits.PAGE_TAGS)));
        }
    }

    /// A place in what came of a document is no place in the document.
    static ObjectNode canonical(FoundRecipe found) throws RefusedException {
        ObjectNode document = CanonicalDocument.of(found);
        try {
            DocumentWalk.check(document);
            RecipeFields.read(document.deepCopy());
            return document;
        } catch (RefusedException e) {
            throw RefusedException.whole(e.kind(), e.reason());
        }
    }
}

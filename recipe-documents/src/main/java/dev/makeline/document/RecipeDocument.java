package dev.makeline.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.makeline.recipe.Recipe;
import java.util.List;
import java.util.OptionalLong;

/// A recipe document that was read and found valid: an original, or a make, which has the same
/// shape.
///
/// @param recipeId 0 to 2^53 − 1
/// @param recipeIdDerived whether the document named no `recipeId`, so that it was derived from its
///   `@id`, `url` or name ([DerivedRecipeId])
/// @param makeId the document's own, if it has one
/// @param content what is compared
/// @param json the canonical form: `recipeId` is set, ids are integers, every other number is kept
///   digit by digit and every unknown field as it came. Not to be changed by the receiver.
public record RecipeDocument(
        long recipeId,
        boolean recipeIdDerived,
        OptionalLong makeId,
        Recipe content,
        ObjectNode json) {

    /// Sentences about what a document in a foreign form holds and could not be read; empty for one
    /// that was written in the pipeline's own form.
    public List<String> unread() {
        return unread(json);
    }

    static List<String> unread(ObjectNode json) {
        JsonNode sentences = json.path(CanonicalDocument.UNREAD);
        return sentences.isArray()
                ? sentences
                        .valueStream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .toList()
                : List.of();
    }

    /// The same document as one of another recipe, for instance the one that a request's path
    /// names.
    public RecipeDocument withRecipeId(long otherRecipeId) {
        if (otherRecipeId == recipeId && !recipeIdDerived) {
            return this;
        }
        ObjectNode other = json.deepCopy();
        other.put(RecipeFields.RECIPE_ID, otherRecipeId);
        return new RecipeDocument(otherRecipeId, false, makeId, content, other);
    }
}

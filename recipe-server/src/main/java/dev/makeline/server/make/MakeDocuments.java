package dev.makeline.server.make;

import dev.makeline.document.Reading;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.recipe.Recipe;
import jakarta.inject.Singleton;

/// Reads the documents of kept makes again.
@Singleton
public final class MakeDocuments {

    private final RecipeDocumentReader reader;

    MakeDocuments(RecipeDocumentReader reader) {
        this.reader = reader;
    }

    public Recipe content(Make make) {
        return switch (reader.read(make.document())) {
            case Reading.Read(var document) -> document.content();
            case Reading.Unreadable unreadable ->
                    throw new IllegalStateException(
                            "Make %d of recipe %d, which was kept, cannot be read: %s"
                                    .formatted(
                                            make.makeId(), make.recipeId(), unreadable.reason()));
        };
    }
}

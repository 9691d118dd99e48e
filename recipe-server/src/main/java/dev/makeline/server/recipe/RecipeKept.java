package dev.makeline.server.recipe;

import java.time.Instant;

/// What came of a [RecipeChange].
public sealed interface RecipeKept {

    /// Stored as a new revision.
    record Kept(Revision revision) implements RecipeKept {}

    /// The current revision has this content.
    ///
    /// @param at UTC, when that was found
    record Unchanged(int revision, Instant at) implements RecipeKept {}

    /// This very request or object version was decided before.
    ///
    /// @param at UTC, when that was
    record Repeated(int revision, Instant at) implements RecipeKept {}

    /// To be created, but exists with other content.
    record Exists(int revision) implements RecipeKept {}

    /// To be updated, but there is none.
    record Unknown() implements RecipeKept {}

    /// The condition named another revision.
    record OtherRevision(int revision) implements RecipeKept {}

    /// A newer version of the same file was taken.
    record Superseded() implements RecipeKept {}

    /// One row of the database would not hold it.
    record TooLarge(int bytes) implements RecipeKept {}
}

package dev.makeline.server.page.difference;

/// A piece of a text.
public record Mark(Kind kind, String text) {

    public enum Kind {
        /// On both sides.
        SAME,
        /// In the recipe alone.
        REMOVED,
        /// In the make alone.
        ADDED
    }
}

package dev.makeline.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an object in the intake bucket holds, told by its key alone.
public enum DocumentKind {
    @JsonProperty("recipe")
    RECIPE,
    @JsonProperty("make")
    MAKE;

    /// Originals live under this prefix; every other key is a make.
    public static final String RECIPES_PREFIX = "recipes/";

    public static DocumentKind ofKey(String key) {
        return key.startsWith(RECIPES_PREFIX) ? RECIPE : MAKE;
    }
}

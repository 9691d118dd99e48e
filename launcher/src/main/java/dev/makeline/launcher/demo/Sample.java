package dev.makeline.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A document to be dropped.
///
/// @param title what it stands for, as a person would say it
/// @param key in the intake bucket; its last part is the name of the resource with the content
record Sample(String title, String key) {

    static final Sample CRUMBLE =
            new Sample("The original: Apple Crumble", "recipes/apple-crumble.json");
    static final Sample AS_WRITTEN =
            new Sample("Mara made it exactly", "makes/crumble-as-written.json");
    static final Sample DOUBLED =
            new Sample("Jonas made it for the whole office", "makes/crumble-doubled.json");
    static final Sample SUBSTITUTED =
            new Sample(
                    "Ines replaced an ingredient and changed a step",
                    "makes/crumble-with-coconut-oil.json");
    static final Sample EARLY =
            new Sample(
                    "Tariq's make of a recipe that is not there yet",
                    "makes/pancakes-before-the-recipe.json");
    static final Sample PANCAKES =
            new Sample(
                    "Its recipe arrives: Buttermilk Pancakes", "recipes/buttermilk-pancakes.json");

    byte[] content() {
        String resource = key.substring(key.lastIndexOf('/') + 1);
        try (InputStream stream = Sample.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The launcher lacks its resource " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the launcher's resource " + resource, e);
        }
    }
}

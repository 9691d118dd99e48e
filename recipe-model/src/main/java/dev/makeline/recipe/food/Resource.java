package dev.makeline.recipe.food;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A text file of sections beside the classes: `[title]` lines, each with the lines that follow;
/// `#` starts a comment.
record Resource(Map<String, List<String>> sections) {

    static Resource read(String file) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                current =
                        sections.computeIfAbsent(
                                line.substring(1, line.length() - 1), _ -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line.strip());
            }
        }
        return new Resource(sections);
    }

    /// The lines of one section; it has to be there.
    List<String> section(String title) {
        List<String> lines = sections.get(title);
        if (lines == null) {
            throw new IllegalStateException("The section [" + title + "] is missing");
        }
        return lines;
    }

    private static List<String> lines(String file) {
        try (InputStream text = Resource.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException("The resource " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

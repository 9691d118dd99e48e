package dev.makeline.recipe.line;

import dev.makeline.recipe.quantity.Dimension;
import dev.makeline.recipe.quantity.Unit;
import dev.makeline.recipe.quantity.UnitSpelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The word lists of `lexicon.txt`; each word in lower case.
enum Lexicon {
    ABOUT("about"),
    SIZE("size"),
    SIZE_INTENSIFIER("size-intensifier"),
    UNIT_MODIFIER("unit-modifier"),
    PORTION_MODIFIER("portion-modifier"),
    PORTION_ALONE("portion-alone"),
    PORTION_AFTER_MEASURE("portion-after-measure"),
    ADVERB("adverb"),
    PARTICIPLE("participle"),
    PARTICIPLE_AFTER_ADVERB("participle-after-adverb"),
    HOT_FOOD("hot-food"),
    COMMENT("comment"),
    TAIL_COMMENT("tail-comment"),
    STATE("state"),
    OPENER("opener"),
    ADJECTIVE("adjective"),
    ALTERNATIVE_STATE("alternative-state"),
    SHAPE("shape"),
    PARTITIVE("partitive"),
    IRREGULAR_PARTICIPLE("irregular-participle"),
    PART_OF_FOOD("part-of-food"),
    PART_STATE("part-state"),
    PART_COLOUR("part-colour"),
    LENGTHWISE("lengthwise"),
    PART("part"),
    JUICE("juice");

    private static final String TABLE = "lexicon.txt";

    private static final Map<Lexicon, Set<String>> WORDS = words();

    private final String section;

    Lexicon(String section) {
        this.section = section;
    }

    boolean has(String lower) {
        return WORDS.getOrDefault(this, Set.of()).contains(lower);
    }

    /// Whether a word is a unit of volume, mass or length.
    static boolean isMeasure(String word) {
        return UnitSpelling.of(word)
                .filter(unit ->
                        unit instanceof Unit.Measure measure
                                && measure.dimension() != Dimension.COUNT)
                .isPresent();
    }

    private static Map<Lexicon, Set<String>> words() {
        Map<String, Set<String>> sections = sections();
        Map<Lexicon, Set<String>> words = new EnumMap<>(Lexicon.class);
        for (Lexicon list : values()) {
            words.put(list, Set.copyOf(sections.getOrDefault(list.section, Set.of())));
        }
        return words;
    }

    private static Map<String, Set<String>> sections() {
        Map<String, Set<String>> sections = new HashMap<>();
        Set<String> current = new HashSet<>();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                current = new HashSet<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.addAll(List.of(line.strip().split("\\s+", -1)));
            }
        }
        return sections;
    }

    private static List<String> lines() {
        try (InputStream table = Lexicon.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("The resource " + TABLE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

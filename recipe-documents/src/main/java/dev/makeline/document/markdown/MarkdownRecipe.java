package dev.makeline.document.markdown;

import dev.makeline.document.found.FoundIngredient;
import dev.makeline.document.found.FoundRecipe;
import dev.makeline.document.found.FoundStep;
import dev.makeline.document.found.FoundTimes;
import dev.makeline.document.found.Minutes;
import dev.makeline.document.found.Servings;
import dev.makeline.document.markdown.MarkdownLine.Blank;
import dev.makeline.document.markdown.MarkdownLine.Heading;
import dev.makeline.document.markdown.MarkdownLine.Item;
import dev.makeline.document.markdown.MarkdownLine.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a recipe written in Markdown: a title, a list under a heading that says ingredients, and a
/// list or paragraphs under one that says directions. Lower headings in those make groups and
/// sections; other parts are left unread and named.
public final class MarkdownRecipe {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6}\\s+\\S");
    private static final Pattern UNDERLINED = Pattern.compile("(?m)^={3,}\\s*$");
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A\\s*---\\s*\\R");
    private static final Pattern INGREDIENTS =
            Pattern.compile(
                    "(?i)(?:\\p{L}+\\s+)?(?:ingredients?|zutaten)\\b.*|what you(?:['’]ll| will)? need\\b.*");
    private static final Pattern DIRECTIONS =
            Pattern.compile(
                    "(?i)(?:\\p{L}+\\s+)?(?:directions?|instructions?|methods?|steps?|preparation|procedure|zubereitung)\\b.*|how to make\\b.*");
    private static final Pattern FIELD =
            Pattern.compile("[^\\p{L}]{0,5}([\\p{L} ]{2,20}?)\\s*:\\s*(\\S.*)");
    private static final int SHOWN = 60;

    private enum Part {
        TOP,
        INGREDIENTS,
        STEPS,
        OTHER
    }

    private final List<FoundIngredient> ingredients = new ArrayList<>();
    private final List<FoundStep> steps = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    private String name = "";
    private Part part = Part.TOP;
    private int partLevel;
    private Optional<String> section = Optional.empty();
    private StringBuilder paragraph = new StringBuilder();
    private boolean inItem;

    private MarkdownRecipe() {}

    /// Whether the text is Markdown: it has a heading, or front matter.
    public static boolean isLikely(String text) {
        return HEADING.matcher(text).find()
                || UNDERLINED.matcher(text).find()
                || FRONT_MATTER.matcher(text).lookingAt();
    }

    public static FoundRecipe in(String text) {
        MarkdownRecipe reading = new MarkdownRecipe();
        List<String> lines = List.of(LINE_BREAK.split(text));
        int start = FRONT_MATTER.matcher(text).lookingAt() ? reading.readFrontMatter(lines) : 0;
        for (int i = start; i < lines.size(); i++) {
            String below = i + 1 < lines.size() ? lines.get(i + 1) : "";
            reading.read(MarkdownLine.of(lines.get(i), below));
        }
        reading.endParagraph();
        return reading.recipe();
    }

    /// How many lines it takes.
    private int readFrontMatter(List<String> lines) {
        int first = 0;
        while (lines.get(first).isBlank()) {
            first++;
        }
        for (int i = first + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("---")) {
                return i + 1;
            }
            readField(lines.get(i).strip());
        }
        return lines.size();
    }

    private void readField(String line) {
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            String value = MarkdownLine.plain(field.group(2).replaceAll("^[\"']|[\"']$", ""));
            fields.putIfAbsent(field.group(1).strip().toLowerCase(Locale.ROOT), value);
        }
    }

    private void read(MarkdownLine line) {
        switch (line) {
            case Heading heading -> {
                endParagraph();
                readHeading(heading);
            }
            case Blank _ -> endParagraph();
            case Item(String text) -> {
                endParagraph();
                inItem = true;
                paragraph.append(text);
            }
            case Text(String text) -> readText(text);
        }
    }

    private void readText(String text) {
        boolean linesApart = part == Part.TOP || part == Part.OTHER;
        if (linesApart || (part == Part.INGREDIENTS && !inItem)) {
            endParagraph();
        }
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
    }

    private void readHeading(Heading heading) {
        Optional<Part> named = part(heading.text());
        boolean within =
                (part == Part.INGREDIENTS || part == Part.STEPS) && heading.level() > partLevel;
        boolean goesOn = named.filter(it -> it == part).isPresent();
        if (named.isPresent() && !goesOn) {
            part = named.get();
            partLevel = heading.level();
            section = Optional.empty();
        } else if (within || goesOn) {
            section = Optional.of(heading.text()).filter(text -> !text.isEmpty());
        } else if (heading.isBoldText()) {
            readField(heading.text());
        } else if (name.isEmpty() && part == Part.TOP) {
            name = heading.text();
        } else {
            part = Part.OTHER;
            unread.add("The part “%s” was not read.".formatted(shown(heading.text())));
        }
    }

    private static Optional<Part> part(String heading) {
        if (INGREDIENTS.matcher(heading).matches()) {
            return Optional.of(Part.INGREDIENTS);
        }
        return DIRECTIONS.matcher(heading).matches() ? Optional.of(Part.STEPS) : Optional.empty();
    }

    private void endParagraph() {
        String text = paragraph.toString();
        paragraph = new StringBuilder();
        inItem = false;
        if (text.isBlank()) {
            return;
        }
        switch (part) {
            case TOP, OTHER -> readField(text);
            case INGREDIENTS -> ingredients.add(new FoundIngredient(text, section));
            case STEPS -> steps.add(new FoundStep(text, section));
        }
    }

    private FoundRecipe recipe() {
        Optional<String> yield =
                field("servings", "serves", "yield", "yields", "makes", "portions");
        FoundTimes times =
                new FoundTimes(
                        minutes("prep time", "preparation time", "prep"),
                        minutes("cook time", "cooking time", "cook"),
                        minutes("total time", "time"));
        return new FoundRecipe(
                name.isEmpty() ? field("title", "name").orElse("") : name,
                Optional.empty(),
                field("url", "source").filter(url -> url.matches("https?://\\S+")),
                Optional.empty(),
                yield,
                yield.flatMap(Servings::in),
                times,
                ingredients,
                steps,
                unread);
    }

    private OptionalInt minutes(String... names) {
        Optional<String> written = field(names);
        OptionalInt minutes = written.map(Minutes::of).orElse(OptionalInt.empty());
        if (written.isPresent() && minutes.isEmpty()) {
            unread.add("The time “%s” was not understood.".formatted(shown(written.get())));
        }
        return minutes;
    }

    private Optional<String> field(String... names) {
        for (String key : names) {
            String value = fields.get(key);
            if (value != null && !value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

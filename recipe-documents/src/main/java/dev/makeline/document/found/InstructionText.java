package dev.makeline.document.found;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The steps in one text that holds them all.
///
/// They stand on lines or in paragraphs of their own; else they are numbered, `1. … 2. …`; else
/// they lost the breaks between them, so that a full stop is followed by a capital letter without a
/// blank. A text that is none of these is one step.
public final class InstructionText {

    private static final Pattern NUMBER =
            Pattern.compile("(?<=^|[.!?:;)\\]]\\s{1,3})(\\d{1,2})[.)]\\s+(?=\\S)");
    private static final Pattern LOST_BREAK =
            Pattern.compile("(?<=[\\p{Ll})][.!?])(?=\\p{Lu}\\p{Ll}*+(?:[\\s,.!?]|$))");

    private InstructionText() {}

    public static List<String> steps(String text) {
        List<String> lines = PlainText.lines(text);
        if (lines.size() != 1) {
            return lines.stream().filter(line -> !StepLabel.isOne(line)).toList();
        }
        String line = lines.getFirst();
        List<String> numbered = numbered(line);
        return numbered.size() > 1 ? numbered : LOST_BREAK.splitAsStream(line).toList();
    }

    /// Split before each number that goes on from the last, which begins at 1.
    private static List<String> numbered(String line) {
        List<String> steps = new ArrayList<>();
        Matcher number = NUMBER.matcher(line);
        int start = 0;
        int expected = 1;
        while (number.find()) {
            if (Integer.parseInt(number.group(1)) == expected) {
                add(steps, line.substring(start, number.start()));
                start = number.start();
                expected++;
            }
        }
        add(steps, line.substring(start));
        return expected > 2 ? steps : List.of(line);
    }

    private static void add(List<String> steps, String text) {
        if (!text.isBlank()) {
            steps.add(text.strip());
        }
    }
}

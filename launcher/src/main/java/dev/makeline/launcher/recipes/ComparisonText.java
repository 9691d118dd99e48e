package dev.makeline.launcher.recipes;

import dev.makeline.recipe.compare.JudgedDifference;
import dev.makeline.recipe.compare.Judgement;
import dev.makeline.recipe.compare.Told;
import java.util.List;

/// A comparison as people read it on a terminal.
final class ComparisonText {

    private final StringBuilder text = new StringBuilder();

    private ComparisonText() {}

    static String of(ComparedPair pair) {
        ComparisonText written = new ComparisonText();
        written.line(pair.comparison().headline());
        written.differences(pair.comparison().judged());
        written.told(pair.comparison().told());
        written.unread("recipe", pair.recipe().unread());
        written.unread("make", pair.make().unread());
        return written.text.toString();
    }

    private void differences(List<JudgedDifference> differences) {
        if (!differences.isEmpty()) {
            line("");
        }
        differences.forEach(
                difference -> line(mark(difference.judgement()) + difference.sentence()));
    }

    private void told(List<Told> told) {
        if (!told.isEmpty()) {
            line("");
        }
        told.forEach(thing -> line("  =  no difference      " + thing.sentence()));
    }

    private void unread(String side, List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("");
            line("Not read in the %s:".formatted(side));
        }
        sentences.forEach(sentence -> line("  ?  " + sentence));
    }

    private static String mark(Judgement judgement) {
        return switch (judgement) {
            case CRITICAL -> "  !! critical           ";
            case DEVIATION -> "  !  deviation          ";
            case WITHIN_TOLERANCE -> "  ~  within tolerance   ";
        };
    }

    private void line(String line) {
        line.codePoints().map(ComparisonText::printable).forEach(text::appendCodePoint);
        text.append('\n');
    }

    /// What documents say must neither steer the terminal nor turn the reading direction.
    private static int printable(int character) {
        boolean turnsDirection =
                (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> turnsDirection ? ' ' : character;
        };
    }
}

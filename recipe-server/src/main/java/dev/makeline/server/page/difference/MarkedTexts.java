package dev.makeline.server.page.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Two texts with what only one of them has marked, word by word. Put together again, the pieces of
/// a side are its text.
public record MarkedTexts(List<Mark> recipe, List<Mark> make) {

    /// A word or number with what belongs to it (`1/2`, `350°`, `half-hour`), a sign, or space.
    private static final Pattern PIECE =
            Pattern.compile("[\\p{L}\\p{N}]+(?:[./'’-][\\p{L}\\p{N}]+)*°?|\\s+|[^\\p{L}\\p{N}\\s]");

    /// Longer texts are marked as a whole; lining them up would take as many steps.
    private static final long MOST_PAIRS = 1_000_000;

    public MarkedTexts {
        recipe = List.copyOf(recipe);
        make = List.copyOf(make);
    }

    /// The same on both sides.
    public static MarkedTexts unmarked(String recipe, String make) {
        return new MarkedTexts(
                List.of(new Mark(Mark.Kind.SAME, recipe)), List.of(new Mark(Mark.Kind.SAME, make)));
    }

    public static MarkedTexts of(String recipe, String make) {
        List<String> own = pieces(recipe);
        List<String> made = pieces(make);
        if ((long) own.size() * made.size() > MOST_PAIRS) {
            return new MarkedTexts(
                    List.of(new Mark(Mark.Kind.REMOVED, recipe)),
                    List.of(new Mark(Mark.Kind.ADDED, make)));
        }
        boolean[][] common = common(own, made);
        return new MarkedTexts(
                marked(own, common[0], Mark.Kind.REMOVED),
                marked(made, common[1], Mark.Kind.ADDED));
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Which pieces of each side belong to their longest common subsequence.
    private static boolean[][] common(List<String> own, List<String> made) {
        int[][] length = new int[own.size() + 1][made.size() + 1];
        for (int i = own.size() - 1; i >= 0; i--) {
            for (int j = made.size() - 1; j >= 0; j--) {
                length[i][j] =
                        own.get(i).equalsIgnoreCase(made.get(j))
                                ? length[i + 1][j + 1] + weight(own.get(i))
                                : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        boolean[][] common = {new boolean[own.size()], new boolean[made.size()]};
        int i = 0;
        int j = 0;
        while (i < own.size() && j < made.size()) {
            if (own.get(i).equalsIgnoreCase(made.get(j))) {
                common[0][i++] = true;
                common[1][j++] = true;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /// Words hold a text together, spaces and signs do not.
    private static int weight(String piece) {
        return Character.isLetterOrDigit(piece.charAt(0)) ? 8 : 1;
    }

    /// Neighbours of one kind are one piece, with the spaces between them.
    private static List<Mark> marked(List<String> pieces, boolean[] common, Mark.Kind alone) {
        List<Mark> marks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean wasCommon = true;
        for (int i = 0; i < pieces.size(); i++) {
            boolean isCommon = common[i] && !isBetweenMarked(pieces, common, i);
            if (isCommon != wasCommon && !text.isEmpty()) {
                marks.add(new Mark(wasCommon ? Mark.Kind.SAME : alone, text.toString()));
                text.setLength(0);
            }
            text.append(pieces.get(i));
            wasCommon = isCommon;
        }
        if (!text.isEmpty()) {
            marks.add(new Mark(wasCommon ? Mark.Kind.SAME : alone, text.toString()));
        }
        return marks;
    }

    private static boolean isBetweenMarked(List<String> pieces, boolean[] common, int i) {
        return pieces.get(i).isBlank()
                && i > 0
                && i < pieces.size() - 1
                && !common[i - 1]
                && !common[i + 1];
    }
}

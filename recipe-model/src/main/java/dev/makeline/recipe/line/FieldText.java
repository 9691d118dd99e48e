package dev.makeline.recipe.line;

import dev.makeline.recipe.line.Reading.Found.FoundNumber;
import dev.makeline.recipe.line.Reading.Found.FoundUnit;
import dev.makeline.recipe.line.Token.Separator;
import dev.makeline.recipe.line.Token.Word;
import java.util.ArrayList;
import java.util.List;

/// Puts the tokens of one field together again.
final class FieldText {

    private FieldText() {}

    static String of(Reading line, Field field) {
        StringBuilder text = new StringBuilder();
        int last = -1;
        for (int i = 0; i < line.size(); i++) {
            if (line.field(i) == field && !(last < 0 && line.isSeparator(i))) {
                text.append(gap(line, field, last, i)).append(line.token(i).text());
                last = i;
            }
        }
        return text.toString();
    }

    private static String gap(Reading line, Field field, int last, int i) {
        if (last < 0) {
            return "";
        }
        Token token = line.token(i);
        if (last == i - 1 && token instanceof Separator && !token.text().equals("-")) {
            return token.text().equals("–") ? " " : "";
        }
        if (last == i - 1 && token instanceof Word word && word.isJoined()) {
            return word.joint() == Token.Joint.HYPHEN ? "-" : "";
        }
        boolean apart = last < i - 1 && field != Field.NAME && line.isSeparator(i - 1);
        return apart ? ", " : " ";
    }

    private static boolean isCan(String unit) {
        return unit.equals("can") || unit.equals("jar");
    }

    static String quantity(Reading line) {
        List<String> numbers = new ArrayList<>();
        for (Reading.Found found : line.found()) {
            if (found instanceof FoundNumber number) {
                numbers.add(number.text());
            }
        }
        return String.join(" ", numbers);
    }

    /// The units in the order of their numbers: for "1 14-ounce can", `can ounce`.
    static String unit(Reading line) {
        List<String> units = new ArrayList<>();
        int numbers = 0;
        for (Reading.Found found : line.found()) {
            switch (found) {
                case FoundNumber number -> numbers++;
                case FoundUnit unit -> {
                    boolean container =
                            (numbers >= 2 || isCan(unit.match().text()))
                                    && units.size() == 1
                                    && unit.match().isPortion()
                                    && !(line.token(unit.place() - 1) instanceof Token.Numeral)
                                    && !(line.token(unit.place() - 1) instanceof Token.Open);
                    units.add(container ? 0 : units.size(), unit.match().text());
                }
            }
        }
        return String.join(" ", units);
    }
}

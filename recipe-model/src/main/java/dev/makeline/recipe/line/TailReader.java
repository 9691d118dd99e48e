package dev.makeline.recipe.line;

import java.util.Set;

/// Reads the clauses after the name: amounts, preparations and comments.
final class TailReader {

    private static final Set<String> PURPOSES =
            Set.of(
                    "garnish",
                    "garnishing",
                    "serving",
                    "dusting",
                    "sprinkling",
                    "decoration",
                    "topping",
                    "dipping",
                    "frying",
                    "brushing",
                    "the");

    private final Reading line;
    private final AmountPhrases amounts;

    TailReader(Reading line, AmountPhrases amounts) {
        this.line = line;
        this.amounts = amounts;
    }

    void read() {
        while (!line.ended()) {
            if (line.isOpen(line.at())) {
                amounts.bracket();
            } else if (line.isWord(line.at()) || line.isNumber(line.at())) {
                clause(line.clauseEnd(line.at()));
            } else {
                line.skip();
            }
        }
    }

    private void clause(int end) {
        if (line.lower(line.at()).equals("each") && amounts.startsAfterAbout(line.at() + 1)) {
            line.mark(Field.COMMENT);
        }
        if (amounts.read(end) || amounts.readCount()) {
            line.mark(Field.COMMENT, end);
        } else if (PreparationWords.isPreparation(line, line.at(), end)) {
            line.mark(Field.PREPARATION, preparationEnd(line.at(), end));
            line.mark(Field.COMMENT, end);
        } else {
            line.mark(Field.COMMENT, end);
        }
    }

    private int preparationEnd(int from, int end) {
        for (int i = from; i < end; i++) {
            String lower = line.lower(i);
            String next = line.lower(i + 1);
            boolean comment =
                    switch (lower) {
                        case "to" -> next.equals("taste");
                        case "for" -> PURPOSES.contains(next);
                        case "plus", "preferably", "optional" -> true;
                        case "if" -> next.equals("desired");
                        case "or" -> next.equals("to") || line.isNumber(i + 1);
                        default -> false;
                    };
            if (comment) {
                return i;
            }
        }
        return end;
    }
}

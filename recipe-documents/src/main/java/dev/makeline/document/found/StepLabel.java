package dev.makeline.document.found;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Headings that only number a step and say nothing about it: `Step 2`, `Passo 3:`.
public final class StepLabel {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// "Step" in the languages that recipes on the web are mostly written in.
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:step|stap|schritt|[ée]tape|paso|passo|passaggio|pas|steg|trin|krok|vaihe|lépés|adım|langkah|bước|шаг|крок|βήμα|الخطوة|步骤|第)?\\s*[#№]?\\s*\\d{1,2}\\s*[.:)–-]?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private StepLabel() {}

    public static boolean isOne(String line) {
        return LABEL.matcher(line).matches();
    }

    /// Those of the names of a recipe's steps that are labels: by themselves, or because they
    /// differ in nothing but a number.
    public static Set<String> among(Collection<String> names) {
        Set<String> labels = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (String name : names) {
            String pattern = NUMBER.matcher(name).replaceAll("#");
            if (!pattern.equals(name) && !seen.add(pattern)) {
                repeated.add(pattern);
            }
        }
        for (String name : names) {
            if (isOne(name) || repeated.contains(NUMBER.matcher(name).replaceAll("#"))) {
                labels.add(name);
            }
        }
        return labels;
    }
}

package dev.makeline.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.stream.Collectors;

/// What axe finds against WCAG 2.2 AA on the page that a visit shows.
final class Accessibility {

    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /// One line for each place.
    static List<String> violations(Visit visit) {
        return new AxeBuilder(visit.page())
                .withTags(WCAG_22_AA).setLegacyMode(true).analyze().getViolations().stream()
                        .map(Accessibility::line)
                        .toList();
    }

    private static String line(Rule rule) {
        return "%s: %s %s"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                                .map(node -> node.getTarget() + " " + node.getHtml())
                                .collect(Collectors.joining("; ")));
    }
}

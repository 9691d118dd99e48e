package dev.makeline.benchmark.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What a browser that has nothing yet gets over the wire for a page.
///
/// @param page bytes of the page itself, compressed
/// @param assets bytes of the styles, scripts and pictures that it names
public record PageWeight(int page, int assets) {

    /// A link to a page is none: it is fetched when somebody follows it.
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    static PageWeight of(Browser browser, String path) {
        Browser.Got page = browser.get(path);
        List<String> assets =
                ASSET.matcher(page.text())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .distinct()
                        .toList();
        return new PageWeight(
                page.bytes(), assets.stream().mapToInt(asset -> browser.get(asset).bytes()).sum());
    }

    public int total() {
        return page + assets;
    }
}

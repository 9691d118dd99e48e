package dev.makeline.server.page.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What stands around every page.
///
/// @param title of the page, for the browser's tab
/// @param section that is marked in the navigation
/// @param signedIn whether there is a navigation at all
/// @param administrator whether it leads to the administrators' pages
/// @param csrfToken for forms and for what htmx sends; empty where no session is used
/// @param theme that the person chose
/// @param here path and query of this very page
/// @param notice what is said first, after a form did what it was for
/// @param assets where the styles and scripts are
public record Frame(
        String title,
        Section section,
        boolean signedIn,
        boolean administrator,
        String csrfToken,
        Theme theme,
        String here,
        Optional<Notice> notice,
        Assets assets) {

    public List<Section> sections() {
        return Arrays.stream(Section.values()).filter(each -> each.isFor(administrator)).toList();
    }

    /// The path of a style or script.
    public String asset(String name) {
        return assets.path(name);
    }

    @Override
    public String toString() {
        return "Frame[%s]".formatted(title);
    }
}

package dev.makeline.server.page.layout;

import dev.makeline.protocol.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands around every page.
///
/// @param title of the page, for the browser's tab
/// @param section that is marked in the navigation
/// @param signedIn whether there is a navigation at all
/// @param administrator whether it leads to the administrators' pages
/// @param csrfToken for forms and for what htmx sends; empty where no session is used
/// @param theme that the person chose
/// @param here path and query of this very page, or of the one that its form stands on
/// @param scopes what the person may do
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
        Set<Scope> scopes,
        Optional<Notice> notice,
        Assets assets) {

    public Frame {
        scopes = Set.copyOf(scopes);
    }

    /// Whether the person may put recipe files into the intake from a page.
    public boolean mayDropRecipes() {
        return scopes.contains(Scope.FILES_WRITE) && mayWriteRecipes();
    }

    public boolean mayWriteRecipes() {
        return scopes.contains(Scope.RECIPES_WRITE);
    }

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

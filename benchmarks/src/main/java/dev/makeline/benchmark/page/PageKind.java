package dev.makeline.benchmark.page;

import java.util.Arrays;
import java.util.List;

/// The pages that are asked for; each by the number of a recipe, where it is about one.
public enum PageKind {
    TODAY("Today", "/"),
    WEEK("Today, of a week", "/?span=week"),
    NEWS("Today, what an open page asks", "/today/news?span=day&seen=nothing"),
    RECIPES("recipes", "/recipes"),
    POPULAR_RECIPE("the recipe with most makes", "/recipes/" + PagesRun.POPULAR),
    RECIPE("a recipe", "/recipes/{recipe}"),
    MAKE("a make", "/recipes/{recipe}/makes/2"),
    COMPARE("makes compared", "/recipes/{recipe}/compare?make=1&make=2&make=3"),
    FILES("files", "/files"),
    JOBS("jobs", "/jobs"),
    NEW_JOB("a new job", "/jobs/new"),
    INTAKE("intake", "/intake"),
    SEARCH("search", "/search?q=cake+{recipe}"),
    ACCOUNT("account", "/account"),
    ADMIN("people (admin)", "/admin"),
    AUDIT("audit log (admin)", "/admin/audit"),
    QUEUES("queues (admin)", "/admin/queues"),
    HEALTH("health (admin)", "/admin/health");

    private final String label;
    private final String path;

    PageKind(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    /// @param recipeId one that exists
    String path(long recipeId) {
        return path.replace("{recipe}", Long.toString(recipeId));
    }

    static List<PageKind> all() {
        return Arrays.asList(values());
    }
}

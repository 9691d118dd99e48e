package dev.makeline.benchmark.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/// The pages that are asked for; each by the number of a recipe, where it is about one.
public enum PageKind {
    TODAY("Today", _ -> "/"),
    NEWS("Today, what an open page asks", _ -> "/today/news?span=day&seen=nothing"),
    RECIPES("recipes", _ -> "/recipes"),
    POPULAR_RECIPE("the recipe with most makes", _ -> "/recipes/" + PagesRun.POPULAR),
    RECIPE("a recipe", "/recipes/%d"::formatted),
    MAKE("a make", "/recipes/%d/makes/2"::formatted),
    COMPARE("makes compared", "/recipes/%d/compare?make=1&make=2&make=3"::formatted),
    FILES("files", _ -> "/files"),
    JOBS("jobs", _ -> "/jobs"),
    NEW_JOB("a new job", _ -> "/jobs/new"),
    INTAKE("intake", _ -> "/intake"),
    SEARCH("search", "/search?q=cake+%d"::formatted),
    ACCOUNT("account", _ -> "/account"),
    ADMIN("people (admin)", _ -> "/admin"),
    AUDIT("audit log (admin)", _ -> "/admin/audit");

    private final String label;
    private final LongFunction<String> path;

    PageKind(String label, LongFunction<String> path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    /// @param recipeId one that exists
    String path(long recipeId) {
        return path.apply(recipeId);
    }

    static List<PageKind> all() {
        return Arrays.asList(values());
    }
}

package dev.makeline.system.browser;

import java.util.List;

/// Every page that there is, by whom it is for; those that differ with what they show, so too.
record PagesOfTheKitchen(Menu menu) {

    static final List<String> FOR_ALL =
            List.of("/sign-in", "/register", "/sign-in?after=registering", "/forgotten-password");

    List<String> forCooks() {
        return List.of(
                "/",
                "/recipes",
                menu.recipe(),
                menu.makes().getFirst(),
                menu.makes().getLast(),
                menu.comparison(),
                "/files",
                "/files?state=trash",
                "/files?q=nothing+like+it",
                menu.file(),
                menu.trashed(),
                "/jobs",
                "/jobs?state=failed",
                menu.job(),
                "/jobs/new?kind=append-text",
                "/jobs/new?kind=import-recipes",
                "/jobs/new?kind=scale-recipe",
                "/containers",
                "/intake",
                "/search",
                "/search?q=cake",
                "/account",
                "/no/such/page",
                "/admin");
    }

    List<String> forTheHead() {
        return List.of(
                "/",
                "/admin",
                "/admin/audit",
                "/admin/audit?action=refresh-replayed",
                "/admin/health",
                "/admin/queues",
                "/containers",
                "/files?all=true",
                "/jobs?all=true",
                "/intake",
                "/intake?state=waiting");
    }
}

package dev.makeline.server.page.layout;

/// The places that the navigation leads to, in its order.
public enum Section {
    TODAY("Today", "/"),
    RECIPES("Recipes", "/recipes"),
    FILES("Files", "/files"),
    JOBS("Jobs", "/jobs"),
    INTAKE("Intake", "/intake"),
    SEARCH("Search", "/search"),
    ACCOUNT("Account", "/account"),
    ADMIN("Admin", "/admin"),

    /// Of none of them: signing in, errors.
    NOWHERE("", "");

    private final String label;
    private final String path;

    Section(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    /// Whether the navigation shows it.
    public boolean isFor(boolean administrator) {
        return switch (this) {
            case NOWHERE -> false;
            case ADMIN -> administrator;
            case TODAY, RECIPES, FILES, JOBS, INTAKE, SEARCH, ACCOUNT -> true;
        };
    }
}

package dev.makeline.server.page.admin;

import java.util.List;

/// What this server needs, and whether it reaches it now.
public record HealthPage(List<Reached> dependencies) {

    public record Reached(String name, boolean isReached) {}

    public HealthPage {
        dependencies = List.copyOf(dependencies);
    }

    public boolean isWell() {
        return dependencies.stream().allMatch(Reached::isReached);
    }
}

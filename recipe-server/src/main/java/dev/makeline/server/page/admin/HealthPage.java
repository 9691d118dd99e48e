package dev.makeline.server.page.admin;

import dev.makeline.server.administration.ServiceItem;
import java.util.List;
import java.util.Optional;

/// How every service does, what this server needs, and whether it reaches it now.
///
/// @param objection why nothing can be said of the services
public record HealthPage(
        List<ServiceItem> services, List<Reached> dependencies, Optional<String> objection) {

    public record Reached(String name, boolean isReached) {}

    public HealthPage {
        services = List.copyOf(services);
        dependencies = List.copyOf(dependencies);
    }

    /// In one sentence.
    public String verdict() {
        List<String> unwell =
                services.stream()
                        .filter(service -> !isUp(service.state()))
                        .map(ServiceItem::name)
                        .toList();
        return unwell.isEmpty()
                ? "Every service runs."
                : "Look at %s. What is kept stays, and work goes on by itself once all is back."
                        .formatted(String.join(", ", unwell));
    }

    public boolean isWell() {
        return objection.isEmpty() && services.stream().allMatch(one -> isUp(one.state()));
    }

    public static String icon(String state) {
        return switch (state) {
            case "up" -> "ok";
            case "degraded" -> "deviation";
            default -> "critical";
        };
    }

    public static String label(String state) {
        return switch (state) {
            case "up" -> "Up";
            case "degraded" -> "Degraded";
            case "silent" -> "Not seen";
            default -> "Not running";
        };
    }

    private static boolean isUp(String state) {
        return state.equals("up");
    }
}

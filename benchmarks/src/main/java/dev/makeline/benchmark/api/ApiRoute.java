package dev.makeline.benchmark.api;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// What is asked for, and how often in every fifty requests: rather a busy hour of people who look
/// for something than one of those who only upload.
public enum ApiRoute {
    ME("GET /v1/users/me", 6),
    FILES("GET /v1/files (ten files)", 8),
    FILE("GET /v1/files/{id}", 6),
    CONTENT("GET /v1/files/{id}/content", 5),
    ANNOUNCE("POST /v1/files", 3),
    COMPLETE("POST /v1/files/{id}/completion", 3),
    CHANGE("PATCH /v1/files/{id}", 3),
    LINK("POST /v1/files/{id}/download-links", 3),
    DELETE("DELETE /v1/files/{id}", 3),
    TOKENS("GET /v1/tokens", 3),
    REFRESH("POST /v1/tokens/refresh", 2),
    AUDIT("GET /v1/audit", 2),
    RECIPES("GET /v1/recipes", 3);

    private final String label;
    private final int share;

    ApiRoute(String label, int share) {
        this.label = label;
        this.share = share;
    }

    public String label() {
        return label;
    }

    /// Every route as often as it comes in fifty requests.
    static List<ApiRoute> round() {
        return Stream.of(values())
                .flatMap(route -> Collections.nCopies(route.share, route).stream())
                .toList();
    }
}

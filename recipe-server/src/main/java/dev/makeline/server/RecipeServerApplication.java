package dev.makeline.server;

import dev.makeline.operations.ServiceStart;

/// The process: compares makes with their recipes, keeps both, and serves them over REST.
public final class RecipeServerApplication {

    private RecipeServerApplication() {}

    public static void main(String[] args) {
        ServiceStart.run(RecipeServerApplication.class, args);
    }
}

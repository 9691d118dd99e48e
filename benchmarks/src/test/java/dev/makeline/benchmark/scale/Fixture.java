package dev.makeline.benchmark.scale;

/// Inputs of which a test makes one scarce.
final class Fixture {

    static final Demand DEMAND = new Demand(0.001, 0.002, 0.002, 10, 2, 1, 2, 3, 10, 2, 1);

    static final Popularity POPULARITY = Popularity.zipf(1_000, 1);

    private static final double PLENTY = 1e9;

    private Fixture() {}

    /// Nothing binds, and all tasks run from the begin.
    static ServiceLimits plenty() {
        ServiceLimits limits = ServiceLimits.standard();
        for (Input input : limits.all()) {
            if (input.name().startsWith("aws.")) {
                limits = limits.with(input.name(), PLENTY);
            }
        }
        for (String service : new String[] {"watcher", "sender", "server"}) {
            limits = limits.with("setting." + service + ".tasks", 10_000);
        }
        return limits.with("setting.sender.least", 10_000)
                .with("setting.server.least", 10_000)
                .with("design.counting-loops", PLENTY);
    }
}

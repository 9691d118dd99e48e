package dev.makeline.server.administration;

/// How a service, or one instance of it, does.
public enum ServiceState {
    UP("up"),

    /// It runs, and lacks something that it needs.
    DEGRADED("degraded"),

    /// Nothing was heard of it for some time.
    SILENT("silent"),

    /// Nothing is known of any instance.
    ABSENT("absent");

    private final String label;

    ServiceState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

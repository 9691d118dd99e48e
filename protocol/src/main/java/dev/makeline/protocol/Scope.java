package dev.makeline.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a token allows. A route names the one scope that it needs.
public enum Scope {
    RECIPES_READ("recipes:read"),
    RECIPES_WRITE("recipes:write"),

    /// Retry and dismiss entries of the intake ledger.
    INTAKE_MANAGE("intake:manage"),

    FILES_READ("files:read"),
    FILES_WRITE("files:write"),
    JOBS_RUN("jobs:run"),

    /// See everybody's files, the people and the audit log; change roles.
    ADMIN("admin"),

    /// Submit objects on behalf of the bucket; for sender-service alone.
    INTAKE_SUBMIT("intake:submit"),

    /// Read the server's metrics.
    METRICS_READ("metrics:read");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// What the person who runs an instance gets from `makeline token`.
    public static Set<Scope> ofOperator() {
        return EnumSet.complementOf(EnumSet.of(INTAKE_SUBMIT));
    }

    public static Optional<Scope> of(String label) {
        return Arrays.stream(values()).filter(scope -> scope.label.equals(label)).findFirst();
    }

    /// Labels that a newer version wrote and this one does not know grant nothing.
    static Set<Scope> known(Collection<String> labels) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(values()).filter(scope -> labels.contains(scope.label)).forEach(scopes::add);
        return scopes;
    }
}

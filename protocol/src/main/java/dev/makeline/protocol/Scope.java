package dev.makeline.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// What a token allows. A route names the one scope that it needs.
public enum Scope {
    RECIPES_READ("recipes:read"),
    RECIPES_WRITE("recipes:write"),

    /// Retry and dismiss entries of the intake ledger.
    INTAKE_MANAGE("intake:manage"),

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
        return EnumSet.of(RECIPES_READ, RECIPES_WRITE, INTAKE_MANAGE, METRICS_READ);
    }

    /// Labels that a newer version wrote and this one does not know grant nothing.
    static Set<Scope> known(Collection<String> labels) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(values()).filter(scope -> labels.contains(scope.label)).forEach(scopes::add);
        return scopes;
    }
}

package dev.makeline.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What somebody is to the product. A token never allows more than the role of its holder does at
/// the moment of the request.
public enum Role {
    USER("user"),

    /// Sees everything, manages the intake and the people.
    ADMIN("admin"),

    /// A program without an account: its token alone says what it may do.
    SERVICE("service");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The most that a holder of this role may do.
    public Set<Scope> scopes() {
        return switch (this) {
            case USER ->
                    EnumSet.of(
                            Scope.RECIPES_READ,
                            Scope.RECIPES_WRITE,
                            Scope.FILES_READ,
                            Scope.FILES_WRITE,
                            Scope.JOBS_RUN);
            case ADMIN -> EnumSet.complementOf(EnumSet.of(Scope.INTAKE_SUBMIT));
            case SERVICE -> EnumSet.allOf(Scope.class);
        };
    }

    public static Optional<Role> of(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }
}

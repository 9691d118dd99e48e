package dev.makeline.server.account;

import dev.makeline.protocol.AccountsTable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// An account as its owner and administrators see it.
@Schema(name = "Account")
public record AccountView(
        String userId,
        String username,
        String email,
        String firstName,
        String lastName,
        @Schema(
                        type = "string",
                        allowableValues = {"user", "admin"})
                String role,
        @Schema(
                        type = "string",
                        allowableValues = {"active", "disabled"})
                String state,
        Instant createdAt) {

    public static AccountView of(Account account) {
        return new AccountView(
                account.id().value(),
                account.username(),
                account.email(),
                account.firstName(),
                account.lastName(),
                account.role().label(),
                account.isActive() ? AccountsTable.ACTIVE : AccountsTable.DISABLED,
                account.createdAt());
    }
}

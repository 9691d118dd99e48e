package dev.makeline.server.account;

import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import java.time.Instant;

/// A person with an account.
///
/// @param username as its owner writes it; no two accounts have the same one in any case
/// @param isActive a disabled account acts nowhere; what belongs to it stays
/// @param createdAt UTC
/// @param version counts changes; the condition of the next one
public record Account(
        UserId id,
        String username,
        String email,
        String firstName,
        String lastName,
        Role role,
        boolean isActive,
        Instant createdAt,
        long version) {}

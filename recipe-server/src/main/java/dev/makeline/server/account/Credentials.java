package dev.makeline.server.account;

import dev.makeline.server.password.PasswordHash;

/// An account with its password's hash, for those who compare it.
record Credentials(Account account, PasswordHash password) {}

package dev.makeline.server.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Hashes passwords and compares them with their hashes, few at once: each takes tens of MiB and a
/// processor for a fraction of a second, and a flood of log-ins must not take them all.
/// Thread-safe; blocks for the bounded wait and the hash itself.
@Singleton
public final class PasswordHasher {

    /// What came of comparing.
    public sealed interface Comparison {

        /// @param isWeaker whether the hash should be made anew at the cost that is set now
        record Right(boolean isWeaker) implements Comparison {}

        record Wrong() implements Comparison {}

        /// More hashes are asked for than may be made at once.
        record Busy() implements Comparison {}
    }

    private final PasswordSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places;
    private final Counter hashes;
    private final PasswordHash nobodys;

    PasswordHasher(PasswordSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.places = new Semaphore(settings.hashesAtOnce(), true);
        this.hashes =
                Counter.builder("makeline.password.hashes")
                        .description("Argon2id hashes made, to keep a password or to compare one")
                        .register(meters);
        this.nobodys =
                PasswordHash.of(settings.cost(), salt(), randomBytes(PasswordHash.HASH_BYTES));
    }

    /// Empty when too many are being made already.
    public Optional<PasswordHash> hash(Password password) {
        return inPlace(() -> {
            byte[] salt = salt();
            return PasswordHash.of(
                    settings.cost(), salt, made(password.bytes(), salt, settings.cost()));
        });
    }

    /// @param kept empty when there is no such account: the same work is done, for nothing
    public Comparison compare(Password password, Optional<PasswordHash> kept) {
        PasswordHash against = kept.orElse(nobodys);
        boolean isPossible = kept.isPresent() && !PasswordRules.isTooLong(password);
        byte[] bytes = isPossible ? password.bytes() : new byte[PasswordRules.SHORTEST];
        return inPlace(() ->
                        against.hasHash(made(bytes, against.salt(), against.cost())) && isPossible)
                .<Comparison>map(isRight ->
                        isRight
                                ? new Comparison.Right(against.cost().isWeakerThan(settings.cost()))
                                : new Comparison.Wrong())
                .orElseGet(Comparison.Busy::new);
    }

    private <T> Optional<T> inPlace(Supplier<T> work) {
        if (!entered()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] made(byte[] password, byte[] salt, Argon2Cost cost) {
        hashes.increment();
        return Argon2.hash(password, salt, cost);
    }

    private byte[] salt() {
        return randomBytes(PasswordHash.SALT_BYTES);
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

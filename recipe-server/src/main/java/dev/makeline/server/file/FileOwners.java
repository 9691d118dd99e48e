package dev.makeline.server.file;

import dev.makeline.protocol.UserId;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.account.AccountStore;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/// The names of owners. Thread-safe.
@Singleton
public final class FileOwners {

    private final AccountStore accounts;
    private final ExecutorService executor;

    FileOwners(AccountStore accounts, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.accounts = accounts;
        this.executor = executor;
    }

    public FileOwner of(OwnerId owner) {
        Optional<UserId> user = UserId.parse(owner.value());
        if (user.isEmpty()) {
            String name = owner.value().substring(owner.value().indexOf(':') + 1);
            return new FileOwner(Optional.empty(), Optional.empty(), Optional.of(name));
        }
        return user.flatMap(accounts::find)
                .map(account ->
                        new FileOwner(
                                Optional.of(account.firstName()),
                                Optional.of(account.lastName()),
                                Optional.empty()))
                .orElseGet(
                        () -> new FileOwner(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /// All at once.
    public Map<OwnerId, FileOwner> of(Collection<OwnerId> owners) {
        return owners.stream()
                .distinct()
                .map(owner ->
                        CompletableFuture.supplyAsync(() -> Map.entry(owner, of(owner)), executor))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

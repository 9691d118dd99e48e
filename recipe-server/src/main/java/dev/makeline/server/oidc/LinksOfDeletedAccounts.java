package dev.makeline.server.oidc;

import dev.makeline.server.account.AccountDeleted;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;

/// Forgets which person of a provider somebody was who leaves. Thread-safe.
@Singleton
final class LinksOfDeletedAccounts implements ApplicationEventListener<AccountDeleted> {

    private final IdentityLinks links;

    LinksOfDeletedAccounts(IdentityLinks links) {
        this.links = links;
    }

    @Override
    public void onApplicationEvent(AccountDeleted event) {
        links.remove(event.user());
    }
}

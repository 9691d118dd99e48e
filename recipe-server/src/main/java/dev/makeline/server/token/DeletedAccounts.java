package dev.makeline.server.token;

import dev.makeline.server.account.AccountDeleted;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;

/// Ends every log in and every token of whoever deletes their account. Idempotent by the person.
@Singleton
final class DeletedAccounts implements ApplicationEventListener<AccountDeleted> {

    private final LogIns logIns;
    private final PersonalTokens personalTokens;

    DeletedAccounts(LogIns logIns, PersonalTokens personalTokens) {
        this.logIns = logIns;
        this.personalTokens = personalTokens;
    }

    @Override
    public void onApplicationEvent(AccountDeleted event) {
        personalTokens.revokeAll(event.user());
        logIns.endAll(event.user(), _ -> true);
    }
}

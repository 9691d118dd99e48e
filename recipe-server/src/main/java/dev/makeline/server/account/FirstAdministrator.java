package dev.makeline.server.account;

import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.account.AccountStore.Creation;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.password.PasswordRules;
import io.micronaut.context.annotation.Context;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Makes the administrator that the environment names, when there is none at all. Of servers that
/// start at once one does, by a row that only one can write; nothing is ever overwritten. Tries
/// until DynamoDB answers.
@Context
final class FirstAdministrator {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Optional<NewPerson> person;
    private final Administrators administrators;
    private final Registration registration;
    private final AccountAudit audit;
    private final CountDownLatch stopped = new CountDownLatch(1);

    FirstAdministrator(
            FirstAdministratorSettings settings,
            PasswordRules rules,
            Administrators administrators,
            Registration registration,
            AccountAudit audit) {
        this.person = settings.person(rules);
        this.administrators = administrators;
        this.registration = registration;
        this.audit = audit;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        person.ifPresent(one ->
                Thread.ofVirtual().name("first-administrator").start(() -> makeUntilDone(one)));
    }

    private void makeUntilDone(NewPerson one) {
        try {
            do {
                if (isDecided(one)) {
                    return;
                }
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDecided(NewPerson one) {
        try {
            makeIfNeeded(one);
            return true;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("The first administrator could not be made yet");
            return false;
        }
    }

    private void makeIfNeeded(NewPerson one) {
        if (administrators.areThere()) {
            return;
        }
        Registration.Attempt attempt =
                registration.register(
                        one, Role.ADMIN, new Registration.Records(this::rowsOfNew, List.of()));
        switch (attempt.creation()) {
            case Creation.Created() ->
                    log.atInfo()
                            .addKeyValue("userId", attempt.account().id())
                            .log("The first administrator was made as the environment names it");
            case Creation.Taken(_, _) -> {
                if (!administrators.areThere()) {
                    log.error(
                            "The first administrator was not made: MAKELINE_FIRST_ADMIN_USERNAME or _EMAIL is another account's; choose others");
                }
            }
        }
    }

    private List<TransactWriteItem> rowsOfNew(UserId user) {
        List<TransactWriteItem> rows = new ArrayList<>();
        rows.add(AtomicWrites.putNew(AccountKeys.FIRST_ADMINISTRATOR));
        rows.addAll(audit.ownRows(AuditAction.ADMINISTRATOR_MADE, user));
        return rows;
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }
}

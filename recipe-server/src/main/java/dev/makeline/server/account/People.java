package dev.makeline.server.account;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.Role;
import dev.makeline.protocol.UserId;
import dev.makeline.server.access.Caller;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.Cursors;
import dev.makeline.server.request.Found;
import dev.makeline.server.request.JsonFields;
import dev.makeline.server.request.Page;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The people, as administrators list and change them, on record. Thread-safe; blocking.
@Singleton
public final class People {

    private static final String LIST = "users";

    private final AccountList list;
    private final Administrators administrators;
    private final Cursors cursors;
    private final AccountAudit audit;

    People(AccountList list, Administrators administrators, Cursors cursors, AccountAudit audit) {
        this.list = list;
        this.administrators = administrators;
        this.cursors = cursors;
        this.audit = audit;
    }

    /// Everybody, the newest first.
    public Page<AccountView> list(int size, Optional<String> cursor) {
        Optional<String> after = cursors.read(LIST, cursor);
        Page<Account> page =
                Page.of(
                        new Found<>(list.newest(after, size + 1), false),
                        size,
                        last -> cursors.write(LIST, last.id().value()));
        return new Page<>(page.items().stream().map(AccountView::of).toList(), page.nextCursor());
    }

    /// Changes the role, the state or both, as `PATCH /v1/users/{userId}` says.
    ///
    /// @throws ProblemException with what is wrong, with 409 for the caller's own account and the
    ///   last administrator's
    public AccountView change(HttpRequest<?> request, String userId, JsonFields fields) {
        UserId user = UserId.parse(userId).orElseThrow(AccountProblems::unknown);
        Optional<Role> role = fields.optionalText("role").map(People::role);
        Optional<Boolean> isActive = fields.optionalText("state").map(People::state);
        if (Caller.of(request).user().filter(user::equals).isPresent()) {
            throw new ProblemException(
                    ProblemType.STATE_CONFLICT,
                    "Nobody changes their own role or state; ask another administrator.");
        }
        return switch (administrators.change(
                user, role, isActive, records(request, user, role, isActive))) {
            case Administrators.Change.Changed(Account account) -> AccountView.of(account);
            case Administrators.Change.IsLast() ->
                    throw new ProblemException(AccountProblems.isLastAdministrator());
            case Administrators.Change.Unknown() -> throw AccountProblems.unknown();
        };
    }

    private List<TransactWriteItem> records(
            HttpRequest<?> request, UserId user, Optional<Role> role, Optional<Boolean> isActive) {
        List<TransactWriteItem> rows = new ArrayList<>();
        role.ifPresent(
                to -> rows.addAll(record(request, AuditAction.ROLE_CHANGED, user, to.label())));
        isActive.ifPresent(to ->
                rows.addAll(
                        record(
                                request,
                                AuditAction.ACCOUNT_STATE_CHANGED,
                                user,
                                to ? AccountsTable.ACTIVE : AccountsTable.DISABLED)));
        return rows;
    }

    private List<TransactWriteItem> record(
            HttpRequest<?> request, AuditAction action, UserId user, String to) {
        return audit.rows(request, action, Optional.of(user), Map.of("to", to));
    }

    private static Role role(String label) {
        return Role.of(label)
                .filter(role -> role != Role.SERVICE)
                .orElseThrow(() -> JsonFields.refused("role", "The role is user or admin."));
    }

    private static boolean state(String label) {
        return switch (label) {
            case AccountsTable.ACTIVE -> true;
            case AccountsTable.DISABLED -> false;
            default -> throw JsonFields.refused("state", "The state is active or disabled.");
        };
    }
}

package dev.makeline.server.page.admin;

import dev.makeline.server.account.AccountView;
import dev.makeline.server.request.Page;
import java.util.List;
import java.util.Optional;

/// Everybody, the newest first.
///
/// @param self the id of the administrator who looks: nobody changes their own standing
public record PeoplePage(
        List<AccountView> people, Optional<String> next, String self, Optional<String> objection) {

    public PeoplePage {
        people = List.copyOf(people);
    }

    static PeoplePage of(Page<AccountView> page, String self, Optional<String> objection) {
        return new PeoplePage(page.items(), page.nextCursor(), self, objection);
    }

    public static boolean isAdmin(AccountView person) {
        return person.role().equals("admin");
    }

    public static boolean isActive(AccountView person) {
        return person.state().equals("active");
    }
}

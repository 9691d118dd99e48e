package dev.makeline.server.throttle;

import dev.makeline.protocol.UserId;
import dev.makeline.server.throttle.Counters.Taking;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Slows the guessing of passwords without locking the owner out: wrong ones are counted for login
/// name and address together, for the address, and for the name over all addresses. The last does
/// not concern addresses that the owner logged in from before, so that others' guesses never do;
/// nor does the second. Thread-safe.
///
/// Counted is the attempt before it is known to be wrong, so that many at once are no way around,
/// and given back when it was not. The name counts as it is typed: whether username and address are
/// of one account is nobody's to find out.
@Singleton
public final class PasswordAttempts {

    public sealed interface Admission {

        record Admitted(Attempt attempt) implements Admission {}

        record SlowedDown(Duration retryAfter) implements Admission {}
    }

    /// One that was let through; to be told how it ended, unless it was wrong.
    public static final class Attempt {

        private final UserId user;
        private final String address;
        private final List<Taking.Taken> taken = new ArrayList<>();

        private Attempt(UserId user, String address) {
            this.user = user;
            this.address = address;
        }
    }

    private final Counters counters;
    private final KnownAddresses addresses;
    private final ThrottleSettings settings;

    PasswordAttempts(Counters counters, KnownAddresses addresses, ThrottleSettings settings) {
        this.counters = counters;
        this.addresses = addresses;
        this.settings = settings;
    }

    /// @param loginName in its one spelling
    /// @param user whose name it is; any id for nobody's
    /// @param address of the client
    public Admission admit(String loginName, UserId user, String address) {
        String block = AddressBlock.of(address);
        Attempt attempt = new Attempt(user, address);
        boolean isKnown = addresses.isKnown(user, address);
        for (Map.Entry<Limit, String> one : limits(loginName, block, isKnown)) {
            switch (counters.take(one.getKey(), one.getValue())) {
                case Taking.Taken taken -> attempt.taken.add(taken);
                case Taking.Refused(Duration retryAfter) -> {
                    wasNotMade(attempt);
                    return new Admission.SlowedDown(retryAfter);
                }
            }
        }
        return new Admission.Admitted(attempt);
    }

    private List<Map.Entry<Limit, String>> limits(String loginName, String block, boolean isKnown) {
        Limit pair =
                new Limit(
                        "pair", settings.wrongPasswordsPerPair(), settings.wrongPasswordsWindow());
        Limit address =
                new Limit(
                        "address",
                        settings.wrongPasswordsPerAddress(),
                        settings.wrongPasswordsWindow());
        Limit account =
                new Limit("account", settings.wrongPasswordsPerAccount(), settings.accountWindow());
        Map.Entry<Limit, String> own = Map.entry(pair, loginName + '\0' + block);
        return isKnown
                ? List.of(own)
                : List.of(own, Map.entry(address, block), Map.entry(account, loginName));
    }

    /// The password was right: what was wrong before on this way is forgotten, and the address
    /// known.
    public void wasRight(Attempt attempt) {
        counters.clear(attempt.taken.getFirst());
        attempt.taken.stream().skip(1).forEach(counters::giveBack);
        addresses.remember(attempt.user, attempt.address);
    }

    /// The password was not looked at after all.
    public void wasNotMade(Attempt attempt) {
        attempt.taken.forEach(counters::giveBack);
    }
}

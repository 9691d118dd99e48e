package dev.makeline.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    @Test
    void tokenThatEndsLeavesItsRowToTheTimeToLive() {
        AccessToken token = token(Optional.of(NOW.plusSeconds(60)));

        var row = token.toItem();

        assertThat(row.get(AccountsTable.TIME_TO_LIVE))
                .isEqualTo(Attributes.number(NOW.getEpochSecond() + 60));
        assertThat(AccessToken.fromItem(token.sha256Hex(), row)).isEqualTo(token);
    }

    @Test
    void tokenWithoutAnEndIsKeptForEver() {
        AccessToken token = token(Optional.empty());

        var row = token.toItem();

        assertThat(row).doesNotContainKey(AccountsTable.TIME_TO_LIVE);
        assertThat(AccessToken.fromItem(token.sha256Hex(), row)).isEqualTo(token);
    }

    @Test
    void tokenEndsWhateverTheTimeToLiveHasLeft() {
        AccessToken token = token(Optional.of(NOW));

        assertThat(token.isExpired(NOW.minusMillis(1))).isFalse();
        assertThat(token.isExpired(NOW)).isTrue();
    }

    @Test
    void tokenOfAPersonKeepsItsHolderAndFamily() {
        AccessToken token =
                new AccessToken(
                        AccessToken.hash("secret"),
                        CredentialKind.REFRESH,
                        Optional.of(UserId.next(NOW)),
                        Optional.of("family"),
                        "Mara",
                        Set.of(Scope.FILES_READ),
                        NOW,
                        Optional.of(NOW.plusSeconds(60)));

        assertThat(AccessToken.fromItem(token.sha256Hex(), token.toItem())).isEqualTo(token);
    }

    @Test
    void rowOfAnEarlierVersionIsAServices() {
        var row = new HashMap<>(token(Optional.empty()).toItem());
        row.remove("kind");

        assertThat(AccessToken.fromItem("hash", row).kind()).isEqualTo(CredentialKind.SERVICE);
    }

    private static AccessToken token(Optional<Instant> expiresAt) {
        return AccessToken.of("secret", "test", Set.of(Scope.RECIPES_READ), NOW, expiresAt);
    }
}

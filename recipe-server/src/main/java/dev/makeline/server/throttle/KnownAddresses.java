package dev.makeline.server.throttle;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalNumber;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.protocol.UserId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// From where people proved who they are, not too long ago. Thread-safe.
@Singleton
public final class KnownAddresses {

    private final DynamoDbClient dynamoDb;
    private final HiddenKeys keys;
    private final ThrottleSettings settings;
    private final InstantSource clock;

    KnownAddresses(
            DynamoDbClient dynamoDb,
            HiddenKeys keys,
            ThrottleSettings settings,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isKnown(UserId user, String address) {
        var response =
                dynamoDb.getItem(get -> get.tableName(AccountsTable.NAME).key(key(user, address)));
        OptionalLong end = optionalNumber(response.item(), AccountsTable.TIME_TO_LIVE);
        return end.isPresent() && clock.instant().getEpochSecond() < end.getAsLong();
    }

    /// After a log in, or a reset of the password by a link that was mailed.
    public void remember(UserId user, String address) {
        Map<String, AttributeValue> row = new HashMap<>(key(user, address));
        row.put(
                AccountsTable.TIME_TO_LIVE,
                number(clock.instant().plus(settings.addressesKnownFor()).getEpochSecond()));
        dynamoDb.putItem(put -> put.tableName(AccountsTable.NAME).item(row));
    }

    private Map<String, AttributeValue> key(UserId user, String address) {
        String hidden = keys.of("address", user.value() + '\0' + AddressBlock.of(address));
        return AccountsTable.userKey(user, "address#" + hidden);
    }
}

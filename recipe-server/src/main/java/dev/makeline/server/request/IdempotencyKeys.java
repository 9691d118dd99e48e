package dev.makeline.server.request;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.makeline.protocol.AccountsTable;
import dev.makeline.server.access.Caller;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Gives requests that repeat an Idempotency-Key the same [Effect]. The record is keyed by token,
/// route and key; it is written before the effect, so a request that died half-way goes on under
/// the same effect when it is repeated.
@Singleton
public final class IdempotencyKeys {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[ -~]{1,255}");
    private static final String PART = "request";
    private static final String REQUEST_HASH = "requestHash";
    private static final String FIRST_SEEN = "firstSeen";

    /// Records are kept for longer by as much as the clocks of two servers are taken to differ at
    /// most, each 20 minutes off, so that no server forgets early what another one wrote.
    private static final Duration CLOCKS_APART = Duration.ofMinutes(40);

    private final DynamoDbClient dynamoDb;
    private final IdempotencySettings settings;
    private final InstantSource clock;

    IdempotencyKeys(DynamoDbClient dynamoDb, IdempotencySettings settings, InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws ProblemException with 400 for a malformed key, with 422 when the key stands for
    ///   another body
    public Effect effectOf(HttpRequest<?> request, Optional<String> key, byte[] body) {
        return key.map(given -> effectOf(request, given, body))
                .orElseGet(() -> Effect.once(clock.instant()));
    }

    private Effect effectOf(HttpRequest<?> request, String key, byte[] body) {
        if (!FORM.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "An Idempotency-Key has 1 to 255 printable ASCII characters.");
        }
        String keyHash =
                Sha256.hex(
                        String.join(
                                        "\0",
                                        Caller.of(request).tokenHash(),
                                        request.getMethodName(),
                                        request.getPath(),
                                        key)
                                .getBytes(UTF_8));
        String requestHash = Sha256.hex(body);
        Map<String, AttributeValue> record = firstRecord(keyHash, requestHash);
        if (!requiredText(record, REQUEST_HASH).equals(requestHash)) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was sent with another body before; use a new key for a new request.");
        }
        return Effect.ofKey(keyHash, Instant.parse(requiredText(record, FIRST_SEEN)));
    }

    /// Of concurrent requests one writes the record; all get that one. An expired record that
    /// DynamoDB has not deleted yet is as none.
    private Map<String, AttributeValue> firstRecord(String keyHash, String requestHash) {
        Instant now = clock.instant();
        Map<String, AttributeValue> own =
                Map.of(
                        AccountsTable.SUBJECT,
                        text("idempotency#" + keyHash),
                        AccountsTable.PART,
                        text(PART),
                        REQUEST_HASH,
                        text(requestHash),
                        FIRST_SEEN,
                        text(now.toString()),
                        AccountsTable.TIME_TO_LIVE,
                        number(now.plus(settings.keptFor()).plus(CLOCKS_APART).getEpochSecond()));
        try {
            dynamoDb.putItem(put ->
                    put.tableName(AccountsTable.NAME)
                            .item(own)
                            .conditionExpression("attribute_not_exists(#subject) OR #ttl < :now")
                            .expressionAttributeNames(
                                    Map.of(
                                            "#subject",
                                            AccountsTable.SUBJECT,
                                            "#ttl",
                                            AccountsTable.TIME_TO_LIVE))
                            .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return own;
        } catch (ConditionalCheckFailedException e) {
            return e.item();
        }
    }
}

package dev.makeline.server.make;

import static dev.makeline.protocol.Attributes.number;
import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredNumber;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.RecipesTable;
import dev.makeline.server.access.Caller;
import dev.makeline.server.access.OwnerId;
import dev.makeline.server.access.RequestAudit;
import dev.makeline.server.account.Account;
import dev.makeline.server.account.AccountStore;
import dev.makeline.server.atomic.AtomicWrites;
import dev.makeline.server.audit.AuditAction;
import dev.makeline.server.problem.ProblemException;
import dev.makeline.server.problem.ProblemType;
import dev.makeline.server.request.JsonFields;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Signs makes off: once each, in one transaction with the audit event. Thread-safe; blocking.
@Singleton
public final class SignOffs {

    /// Characters; a reason, not a report.
    public static final int LONGEST_REASON = 1_000;

    private final DynamoDbClient dynamoDb;
    private final MakeStore makes;
    private final AtomicWrites writes;
    private final RequestAudit audit;
    private final AccountStore accounts;
    private final InstantSource clock;

    SignOffs(
            DynamoDbClient dynamoDb,
            MakeStore makes,
            AtomicWrites writes,
            RequestAudit audit,
            AccountStore accounts,
            InstantSource clock) {
        this.dynamoDb = dynamoDb;
        this.makes = makes;
        this.writes = writes;
        this.audit = audit;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Idempotent: the same person may say the same again.
    ///
    /// @throws ProblemException with 400 for no reason, 404 for no such make, 409 for one that does
    ///   not deviate or that somebody signed off before
    public SignOff sign(HttpRequest<?> request, long recipeId, long makeId, String reason) {
        String said = checked(reason);
        Make make =
                makes.find(recipeId, makeId)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemType.MAKE_NOT_FOUND,
                                        "There is no make %d of recipe %d."
                                                .formatted(makeId, recipeId)));
        if (!make.isDeviating()) {
            throw new ProblemException(
                    ProblemType.STATE_CONFLICT,
                    "Make %d was made as the recipe says; there is nothing to sign off."
                            .formatted(makeId));
        }
        Caller caller = Caller.of(request);
        SignOff signOff =
                new SignOff(
                        recipeId,
                        makeId,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        caller.owner(),
                        nameOf(caller),
                        displayNameOf(caller),
                        said);
        return write(request, signOff) ? signOff : earlier(signOff);
    }

    private boolean write(HttpRequest<?> request, SignOff signOff) {
        List<TransactWriteItem> all = new ArrayList<>();
        all.add(putNew(signOff));
        all.add(close(signOff));
        all.addAll(
                audit.rows(
                        request,
                        AuditAction.MAKE_SIGNED_OFF,
                        Optional.of(Long.toString(signOff.makeId())),
                        Map.of(
                                "recipeId",
                                Long.toString(signOff.recipeId()),
                                "reason",
                                signOff.reason())));
        return writes.write(all).isEmpty();
    }

    private SignOff earlier(SignOff again) {
        SignOff earlier = find(again.recipeId(), again.makeId()).orElseThrow();
        if (earlier.by().equals(again.by()) && earlier.reason().equals(again.reason())) {
            return earlier;
        }
        throw new ProblemException(
                ProblemType.STATE_CONFLICT,
                "%s signed make %d off at %s."
                        .formatted(earlier.name(), earlier.makeId(), earlier.at()));
    }

    /// Strongly consistent.
    public Optional<SignOff> find(long recipeId, long makeId) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(RecipesTable.NAME)
                                .key(RecipesTable.key(recipeId, RecipesTable.signOffPart(makeId)))
                                .consistentRead(true));
        return response.hasItem() ? Optional.of(signOff(response.item())) : Optional.empty();
    }

    private static String checked(String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw JsonFields.refused(
                    "reason",
                    "A reason has 1 to %d characters, not %d."
                            .formatted(LONGEST_REASON, said.length()));
        }
        return said;
    }

    private String nameOf(Caller caller) {
        return caller.user().flatMap(accounts::find).map(Account::username).orElseGet(caller::name);
    }

    private Optional<String> displayNameOf(Caller caller) {
        return caller.user()
                .flatMap(accounts::find)
                .map(account -> "%s %s".formatted(account.firstName(), account.lastName()).strip())
                .filter(name -> !name.isEmpty());
    }

    private static TransactWriteItem putNew(SignOff signOff) {
        Map<String, AttributeValue> row =
                new HashMap<>(
                        RecipesTable.key(
                                signOff.recipeId(), RecipesTable.signOffPart(signOff.makeId())));
        row.put("recipeId", number(signOff.recipeId()));
        row.put("makeId", number(signOff.makeId()));
        row.put("signedOffAt", text(signOff.at().toString()));
        row.put("signedOffBy", text(signOff.by().value()));
        row.put("username", text(signOff.name()));
        signOff.displayName().ifPresent(name -> row.put("displayName", text(name)));
        row.put("reason", text(signOff.reason()));
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(RecipesTable.NAME)
                                .item(row)
                                .conditionExpression("attribute_not_exists(#part)")
                                .expressionAttributeNames(Map.of("#part", RecipesTable.PART)))
                .build();
    }

    /// The make's row says it too, so that lists of makes need no row more for each.
    private static TransactWriteItem close(SignOff signOff) {
        Map<String, AttributeValue> values = new HashMap<>();
        MakeRows.ofSignOff(signOff).forEach((name, value) -> values.put(":" + name, value));
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(RecipesTable.NAME)
                                .key(
                                        RecipesTable.key(
                                                signOff.recipeId(),
                                                RecipesTable.makePart(signOff.makeId())))
                                .updateExpression(
                                        "SET signedOffBy = :signedOffBy, signedOffName = :signedOffName, signOffReason = :signOffReason REMOVE #open")
                                .conditionExpression("attribute_exists(#part)")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#part", RecipesTable.PART,
                                                "#open", RecipesTable.OPEN_SHARD))
                                .expressionAttributeValues(values))
                .build();
    }

    private static SignOff signOff(Map<String, AttributeValue> row) {
        return new SignOff(
                requiredNumber(row, "recipeId"),
                requiredNumber(row, "makeId"),
                Instant.parse(requiredText(row, "signedOffAt")),
                new OwnerId(requiredText(row, "signedOffBy")),
                requiredText(row, "username"),
                optionalText(row, "displayName"),
                requiredText(row, "reason"));
    }
}

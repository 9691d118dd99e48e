package dev.makeline.protocol.job;

import static dev.makeline.protocol.Attributes.optionalText;
import static dev.makeline.protocol.Attributes.requiredText;
import static dev.makeline.protocol.Attributes.text;

import dev.makeline.protocol.JobsTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The registered container images, in a partition of the jobs table that is no job's. Reads are
/// strongly consistent. Thread-safe; blocking. Throws the SDK's exceptions when DynamoDB cannot be
/// reached.
public final class ContainerStore {

    private final DynamoDbClient dynamoDb;

    public ContainerStore(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /// In place of the one with the same name, if there is one. Idempotent.
    ///
    /// @return whether the name is new
    public boolean put(ContainerImage container) {
        return !dynamoDb.putItem(put ->
                        put.tableName(JobsTable.NAME)
                                .item(toItem(container))
                                .returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
    }

    /// @return whether there was one
    public boolean remove(String name) {
        return dynamoDb.deleteItem(delete ->
                        delete.tableName(JobsTable.NAME)
                                .key(JobsTable.containerKey(name))
                                .returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
    }

    public Optional<ContainerImage> find(String name) {
        var response =
                dynamoDb.getItem(get ->
                        get.tableName(JobsTable.NAME)
                                .key(JobsTable.containerKey(name))
                                .consistentRead(true));
        return response.hasItem() ? Optional.of(toContainer(response.item())) : Optional.empty();
    }

    /// By name.
    public List<ContainerImage> all() {
        return dynamoDb
                .queryPaginator(query ->
                        query.tableName(JobsTable.NAME)
                                .consistentRead(true)
                                .keyConditionExpression("#job = :containers")
                                .expressionAttributeNames(Map.of("#job", JobsTable.JOB_ID))
                                .expressionAttributeValues(
                                        Map.of(":containers", text(JobsTable.CONTAINERS))))
                .items()
                .stream()
                .map(ContainerStore::toContainer)
                .toList();
    }

    private static Map<String, AttributeValue> toItem(ContainerImage container) {
        Map<String, AttributeValue> item = new HashMap<>(JobsTable.containerKey(container.name()));
        item.put("name", text(container.name()));
        item.put("image", text(container.image()));
        item.put(
                "command",
                AttributeValue.fromL(
                        container.command().stream().map(AttributeValue::fromS).toList()));
        item.put("summary", text(container.summary()));
        container.extension().ifPresent(extension -> item.put("extension", text(extension)));
        item.put("registeredAt", text(container.registeredAt().toString()));
        item.put("by", text(container.by()));
        return item;
    }

    private static ContainerImage toContainer(Map<String, AttributeValue> item) {
        return new ContainerImage(
                requiredText(item, "name"),
                requiredText(item, "image"),
                Optional.ofNullable(item.get("command")).orElseThrow().l().stream()
                        .map(AttributeValue::s)
                        .toList(),
                requiredText(item, "summary"),
                optionalText(item, "extension"),
                Instant.parse(requiredText(item, "registeredAt")),
                requiredText(item, "by"));
    }
}

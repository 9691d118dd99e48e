package dev.makeline.protocol;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Every shared table, as the request that creates it. All are on-demand; all keys are strings.
public final class TableDefinitions {

    private TableDefinitions() {}

    public static List<CreateTableRequest> all() {
        return List.of(
                RecipesTable.definition(),
                IntakeTable.definition(),
                FilesTable.definition(),
                JobsTable.definition(),
                AccountsTable.definition());
    }

    /// The attribute by which DynamoDB deletes old rows, by table; to be enabled once a table is
    /// active.
    public static Map<String, String> timesToLive() {
        return Map.of(
                AccountsTable.NAME, AccountsTable.TIME_TO_LIVE,
                IntakeTable.NAME, IntakeTable.TIME_TO_LIVE);
    }

    static CreateTableRequest.Builder table(String name, String partitionKey) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(partitionKey, KeyType.HASH));
    }

    static CreateTableRequest.Builder table(String name, String partitionKey, String sortKey) {
        return table(name, partitionKey)
                .keySchema(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE));
    }

    static GlobalSecondaryIndex index(String name, String partitionKey, String sortKey) {
        return index(name, partitionKey, sortKey, ProjectionType.ALL, List.of());
    }

    /// Holds only the keys of its rows.
    static GlobalSecondaryIndex indexOfKeys(String name, String partitionKey, String sortKey) {
        return index(name, partitionKey, sortKey, ProjectionType.KEYS_ONLY, List.of());
    }

    /// Holds the keys of its rows and these attributes.
    static GlobalSecondaryIndex indexOf(
            String name, String partitionKey, String sortKey, List<String> attributes) {
        return index(name, partitionKey, sortKey, ProjectionType.INCLUDE, attributes);
    }

    private static GlobalSecondaryIndex index(
            String name,
            String partitionKey,
            String sortKey,
            ProjectionType projected,
            List<String> attributes) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE))
                .projection(projection -> {
                    projection.projectionType(projected);
                    if (!attributes.isEmpty()) {
                        projection.nonKeyAttributes(attributes);
                    }
                })
                .build();
    }

    static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}

package dev.makeline.deploy;

import dev.makeline.protocol.TableDefinitions;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ReplicaTableProps;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/// The tables that the services share, made from the very definitions that make them elsewhere.
final class Tables {

    private static final int RECOVERABLE_DAYS = 35;

    private final MakelineStack stack;
    private final TableEncryptionV2 encryption;
    private final RemovalPolicy removal;

    Tables(MakelineStack stack, TableEncryptionV2 encryption, RemovalPolicy removal) {
        this.stack = stack;
        this.encryption = encryption;
        this.removal = removal;
    }

    TableV2 create(CreateTableRequest definition) {
        TableV2.Builder table =
                TableV2.Builder.create(stack, definition.tableName())
                        .tableName(definition.tableName())
                        .partitionKey(key(definition.keySchema(), KeyType.HASH).orElseThrow())
                        .billing(Billing.onDemand())
                        .globalSecondaryIndexes(
                                definition.globalSecondaryIndexes().stream()
                                        .map(Tables::index)
                                        .toList())
                        .encryption(encryption)
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .recoveryPeriodInDays(RECOVERABLE_DAYS)
                                        .build())
                        .deletionProtection(stack.chosen().keepsData())
                        .removalPolicy(removal)
                        .replicas(
                                stack.chosen().standby().stream()
                                        .map(region ->
                                                ReplicaTableProps.builder().region(region).build())
                                        .toList());
        key(definition.keySchema(), KeyType.RANGE).ifPresent(table::sortKey);
        if (definition.streamSpecification() != null) {
            table.dynamoStream(
                    StreamViewType.valueOf(
                            definition.streamSpecification().streamViewTypeAsString()));
        }
        Optional.ofNullable(TableDefinitions.timesToLive().get(definition.tableName()))
                .ifPresent(table::timeToLiveAttribute);
        return table.build();
    }

    private static GlobalSecondaryIndexPropsV2 index(GlobalSecondaryIndex index) {
        GlobalSecondaryIndexPropsV2.Builder props =
                GlobalSecondaryIndexPropsV2.builder()
                        .indexName(index.indexName())
                        .partitionKey(key(index.keySchema(), KeyType.HASH).orElseThrow());
        key(index.keySchema(), KeyType.RANGE).ifPresent(props::sortKey);
        Projection projection = index.projection();
        props.projectionType(
                software.amazon.awscdk.services.dynamodb.ProjectionType.valueOf(
                        projection.projectionTypeAsString()));
        if (projection.projectionType() == ProjectionType.INCLUDE) {
            props.nonKeyAttributes(projection.nonKeyAttributes());
        }
        return props.build();
    }

    /// All keys of shared tables are strings, which [TableDefinitions] says.
    private static Optional<Attribute> key(List<KeySchemaElement> schema, KeyType type) {
        return schema.stream()
                .filter(element -> element.keyType() == type)
                .findFirst()
                .map(element ->
                        Attribute.builder()
                                .name(element.attributeName())
                                .type(AttributeType.STRING)
                                .build());
    }
}

package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;

/// What the roles of tasks may do, in statements that each name what they are about.
final class Rights {

    /// Every way in which a row is read or written through the shared stores.
    private static final List<String> ROWS =
            List.of(
                    "dynamodb:BatchGetItem",
                    "dynamodb:BatchWriteItem",
                    "dynamodb:ConditionCheckItem",
                    "dynamodb:DeleteItem",
                    "dynamodb:DescribeTable",
                    "dynamodb:GetItem",
                    "dynamodb:PutItem",
                    "dynamodb:Query",
                    "dynamodb:UpdateItem");

    private static final List<String> CONSUME =
            List.of(
                    "sqs:ChangeMessageVisibility",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:GetQueueUrl",
                    "sqs:ReceiveMessage");

    private static final List<String> PRODUCE =
            List.of("sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage");

    private static final List<String> LOOK = List.of("sqs:GetQueueAttributes", "sqs:GetQueueUrl");

    /// To read what is in a queue and show it again, without taking anything.
    private static final List<String> READ =
            List.of(
                    "sqs:ChangeMessageVisibility",
                    "sqs:GetQueueAttributes",
                    "sqs:GetQueueUrl",
                    "sqs:ReceiveMessage");

    private Rights() {}

    static PolicyStatement allow(List<String> actions, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(Arrays.asList(resources))
                .build();
    }

    static PolicyStatement rows(Site site, String... tables) {
        return allow(ROWS, withIndexes(site, tables));
    }

    /// What a task needs of the tables: no batches, and nothing about the table itself.
    static PolicyStatement rowsOfJobs(Site site) {
        return allow(
                List.of(
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem"),
                withIndexes(site, ResourceNames.JOBS_TABLE, ResourceNames.FILES_TABLE));
    }

    private static String[] withIndexes(Site site, String... tables) {
        return Stream.of(tables)
                .map(site::tableArn)
                .flatMap(table -> Stream.of(table, table + "/index/*"))
                .toArray(String[]::new);
    }

    /// The record of what people did is added to. What adds a row could put another in its place,
    /// which no policy can tell apart; the server adds only where there is none.
    static PolicyStatement noChangeOfTheRecord(Site site) {
        return PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .actions(
                        List.of(
                                "dynamodb:BatchWriteItem",
                                "dynamodb:DeleteItem",
                                "dynamodb:UpdateItem"))
                .resources(List.of(site.tableArn(ResourceNames.ACCOUNTS_TABLE)))
                .conditions(
                        Map.of(
                                "ForAnyValue:StringLike",
                                Map.of("dynamodb:LeadingKeys", List.of("audit#*"))))
                .build();
    }

    /// To tell that a service is there, in rows of its own kind.
    static PolicyStatement heartbeat(Site site) {
        return PolicyStatement.Builder.create()
                .actions(List.of("dynamodb:DeleteItem", "dynamodb:PutItem"))
                .resources(List.of(site.tableArn(ResourceNames.INTAKE_TABLE)))
                .conditions(
                        Map.of(
                                "ForAllValues:StringLike",
                                Map.of("dynamodb:LeadingKeys", List.of("heartbeat#*"))))
                .build();
    }

    static PolicyStatement stream(Site site, String table) {
        return allow(
                List.of(
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator"),
                site.tableArn(table) + "/stream/*");
    }

    static PolicyStatement consume(Site site, String queue) {
        return allow(CONSUME, site.queueArn(queue));
    }

    static PolicyStatement produce(Site site, String... queues) {
        return allow(PRODUCE, Stream.of(queues).map(site::queueArn).toArray(String[]::new));
    }

    static PolicyStatement read(Site site, String queue) {
        return allow(READ, site.queueArn(queue));
    }

    static PolicyStatement look(Site site, String... queues) {
        return allow(LOOK, Stream.of(queues).map(site::queueArn).toArray(String[]::new));
    }

    /// Also what HEAD asks of a bucket, and of an object that is not there.
    static PolicyStatement list(String bucket) {
        return allow(List.of("s3:ListBucket"), Site.bucketArn(bucket));
    }

    static PolicyStatement objects(List<String> actions, String bucket, String... prefixes) {
        return allow(
                actions,
                Stream.of(prefixes)
                        .map(prefix -> Site.bucketArn(bucket) + "/" + prefix + "*")
                        .toArray(String[]::new));
    }

    /// Of rows and objects, on behalf of a caller of these two services alone.
    static PolicyStatement dataKey(Site site, IKey key) {
        return dataKey(site, key, "dynamodb", "s3");
    }

    /// Of rows alone.
    static PolicyStatement rowKey(Site site, IKey key) {
        return dataKey(site, key, "dynamodb");
    }

    private static PolicyStatement dataKey(Site site, IKey key, String... services) {
        return PolicyStatement.Builder.create()
                .actions(
                        List.of(
                                "kms:Decrypt",
                                "kms:DescribeKey",
                                "kms:Encrypt",
                                "kms:GenerateDataKey",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo"))
                .resources(List.of(key.getKeyArn()))
                .conditions(via(site, services))
                .build();
    }

    /// To read objects and to do nothing else.
    static PolicyStatement objectKeyToRead(Site site, IKey key) {
        return PolicyStatement.Builder.create()
                .actions(List.of("kms:Decrypt"))
                .resources(List.of(key.getKeyArn()))
                .conditions(via(site, "s3"))
                .build();
    }

    static PolicyStatement messageKey(Site site, IKey key, String... services) {
        return PolicyStatement.Builder.create()
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of(key.getKeyArn()))
                .conditions(via(site, services))
                .build();
    }

    private static Map<String, Object> via(Site site, String... services) {
        return Map.of(
                "StringEquals",
                Map.of(
                        "kms:ViaService",
                        Stream.of(services)
                                .map(service ->
                                        "%s.%s.amazonaws.com".formatted(service, site.region()))
                                .toList()));
    }
}

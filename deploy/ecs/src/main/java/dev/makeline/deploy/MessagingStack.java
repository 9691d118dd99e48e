package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/// Queues, each with its dead-letter queue, topics for people, and the key of their messages. The
/// intake bucket puts its events into the first queue by itself, with nothing between.
final class MessagingStack extends MakelineStack {

    static final List<String> QUEUES =
            List.of(ResourceNames.S3_EVENTS_QUEUE, ResourceNames.UPLOAD_JOBS_QUEUE);

    /// Deletions, for administrators.
    static final String NOTICES_TOPIC = "makeline-notices";

    static final String ALARMS_TOPIC = "makeline-alarms";

    /// Long above the second that a batch takes; what a killed consumer held comes back within it.
    static final Duration VISIBILITY = Duration.seconds(60);

    /// Receives, not failures, count: thirty outlast half an hour of an unreachable server.
    static final int MAX_RECEIVES = 30;

    /// The longest that SQS keeps a message.
    private static final Duration RETENTION = Duration.days(14);

    final Key key;
    final Topic notices;
    final Topic alarms;

    MessagingStack(Construct scope, Environment environment) {
        super(scope, environment, "messaging", "queues with dead letters, topics, and their key");
        key =
                Key.Builder.create(this, "Key")
                        .alias("makeline-messages")
                        .description("Messages of Makeline's queues and topics")
                        .enableKeyRotation(true)
                        .removalPolicy(dataRemoval())
                        .build();
        List.of("s3.amazonaws.com", "cloudwatch.amazonaws.com").forEach(this::letEncrypt);
        QUEUES.forEach(this::queue);
        notices = topic("Notices", NOTICES_TOPIC);
        alarms = topic("Alarms", ALARMS_TOPIC);
        alarms.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(alarms.getTopicArn()))
                        .conditions(fromThisAccount())
                        .build());
    }

    private void queue(String name) {
        Queue deadLetters =
                Queue.Builder.create(this, name + ResourceNames.DEAD_LETTER_SUFFIX)
                        .queueName(name + ResourceNames.DEAD_LETTER_SUFFIX)
                        .retentionPeriod(RETENTION)
                        .encryption(QueueEncryption.KMS)
                        .encryptionMasterKey(key)
                        .enforceSsl(true)
                        .removalPolicy(dataRemoval())
                        .build();
        Queue queue =
                Queue.Builder.create(this, name)
                        .queueName(name)
                        .visibilityTimeout(VISIBILITY)
                        .retentionPeriod(RETENTION)
                        .deadLetterQueue(
                                DeadLetterQueue.builder()
                                        .queue(deadLetters)
                                        .maxReceiveCount(MAX_RECEIVES)
                                        .build())
                        .encryption(QueueEncryption.KMS)
                        .encryptionMasterKey(key)
                        .enforceSsl(true)
                        .removalPolicy(dataRemoval())
                        .build();
        if (name.equals(ResourceNames.S3_EVENTS_QUEUE)) {
            queue.addToResourcePolicy(eventsOfTheIntake(queue));
        }
    }

    private PolicyStatement eventsOfTheIntake(Queue queue) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn()))
                .conditions(
                        Map.of(
                                "ArnEquals",
                                Map.of("aws:SourceArn", Site.bucketArn(site().intakeBucket())),
                                "StringEquals",
                                Map.of("aws:SourceAccount", site().account())))
                .build();
    }

    private Topic topic(String id, String name) {
        Topic topic =
                Topic.Builder.create(this, id)
                        .topicName(name)
                        .masterKey(key)
                        .enforceSsl(true)
                        .build();
        topic.addSubscription(new EmailSubscription(site().mail()));
        return topic;
    }

    /// A service of AWS that puts messages in needs the key itself.
    private void letEncrypt(String service) {
        key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .principals(List.of(new ServicePrincipal(service)))
                        .actions(List.of("kms:GenerateDataKey", "kms:Decrypt"))
                        .resources(List.of("*"))
                        .conditions(fromThisAccount())
                        .build());
    }

    private Map<String, Object> fromThisAccount() {
        return Map.of("StringEquals", Map.of("aws:SourceAccount", site().account()));
    }
}

package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import dev.makeline.protocol.TableDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.KeyGroup;
import software.amazon.awscdk.services.cloudfront.PublicKey;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// The intake bucket, the files bucket and the tables, under one key.
final class StorageStack extends MakelineStack {

    static final int NONCURRENT_DAYS = 90;
    static final int ABANDONED_DAYS = 2;

    /// The key pair that signs links to files.
    record DownloadKey(PublicKey key, KeyGroup group) {}

    final Key key;
    final Bucket logs;
    final Optional<DownloadKey> downloads;

    StorageStack(Construct scope, Environment environment) {
        super(scope, environment, "storage", "buckets and tables, and their key");
        key =
                Key.Builder.create(this, "Key")
                        .alias("makeline-data")
                        .description("Makeline's objects and rows")
                        .enableKeyRotation(true)
                        .removalPolicy(dataRemoval())
                        .build();
        logs = logs();
        downloads = site().downloadKey().map(this::downloadKey);
        CfnBucket intake = data(Bucket.Builder.create(this, "Intake"), "makeline-intake");
        intake.setNotificationConfiguration(
                CfnBucket.NotificationConfigurationProperty.builder()
                        .queueConfigurations(
                                List.of(
                                        CfnBucket.QueueConfigurationProperty.builder()
                                                .event("s3:ObjectCreated:*")
                                                .queue(
                                                        site().queueArn(
                                                                        ResourceNames
                                                                                .S3_EVENTS_QUEUE))
                                                .build()))
                        .build());
        data(files(), "makeline-files");
        tables();
    }

    /// Access logs are written by services that can use no key of ours.
    private Bucket logs() {
        Bucket bucket =
                Bucket.Builder.create(this, "Logs")
                        .bucketName(site().bucket("makeline-logs"))
                        .encryption(BucketEncryption.S3_MANAGED)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .expiration(Duration.days(chosen().logDays()))
                                                .build()))
                        .removalPolicy(dataRemoval())
                        .build();
        Exempt.from(bucket, "AwsSolutions-S1", "It holds the access logs of the others.");
        return bucket;
    }

    private Bucket.Builder files() {
        return Bucket.Builder.create(this, "Files")
                .cors(
                        List.of(
                                CorsRule.builder()
                                        .allowedOrigins(List.of(site().url()))
                                        .allowedMethods(
                                                List.of(
                                                        HttpMethods.GET,
                                                        HttpMethods.HEAD,
                                                        HttpMethods.POST))
                                        .allowedHeaders(List.of("*"))
                                        .exposedHeaders(List.of("ETag"))
                                        .maxAge(600)
                                        .build()));
    }

    private CfnBucket data(Bucket.Builder builder, String name) {
        Bucket bucket =
                builder.bucketName(site().bucket(name))
                        .encryption(BucketEncryption.KMS)
                        .encryptionKey(key)
                        .bucketKeyEnabled(true)
                        .versioned(true)
                        .transferAcceleration(true)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .serverAccessLogsBucket(logs)
                        .serverAccessLogsPrefix("s3/" + name + "/")
                        .lifecycleRules(List.of(lifecycle()))
                        .removalPolicy(dataRemoval())
                        .build();
        CfnBucket resource = (CfnBucket) bucket.getNode().getDefaultChild();
        if (resource == null) {
            throw new IllegalStateException("A bucket is made of a resource");
        }
        chosen().standby()
                .ifPresent(region -> new Replication(this, key, region).of(resource, name));
        if (name.equals("makeline-files")) {
            downloads.ifPresent(_ -> bucket.addToResourcePolicy(readByCloudFront(bucket)));
        }
        return resource;
    }

    private static LifecycleRule lifecycle() {
        return LifecycleRule.builder()
                .id("what-was-replaced")
                .noncurrentVersionExpiration(Duration.days(NONCURRENT_DAYS))
                .abortIncompleteMultipartUploadAfter(Duration.days(ABANDONED_DAYS))
                .build();
    }

    private void tables() {
        Map<String, String> copies =
                chosen().standby()
                        .map(region -> Map.of(region, StandbyStack.keyArn(site(), region)))
                        .orElse(Map.of());
        Tables tables =
                new Tables(this, TableEncryptionV2.customerManagedKey(key, copies), dataRemoval());
        new ArrayList<>(TableDefinitions.all()).forEach(tables::create);
    }

    private DownloadKey downloadKey(String pem) {
        key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
                        .actions(List.of("kms:Decrypt"))
                        .resources(List.of("*"))
                        .conditions(ofADistribution())
                        .build());
        PublicKey publicKey = PublicKey.Builder.create(this, "DownloadKey").encodedKey(pem).build();
        KeyGroup group =
                KeyGroup.Builder.create(this, "DownloadKeys").items(List.of(publicKey)).build();
        return new DownloadKey(publicKey, group);
    }

    private PolicyStatement readByCloudFront(Bucket bucket) {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudfront.amazonaws.com")))
                .actions(List.of("s3:GetObject"))
                .resources(List.of(bucket.arnForObjects("*")))
                .conditions(ofADistribution())
                .build();
    }

    /// Which one is known only after the edge stands, which stands on this.
    private Map<String, Object> ofADistribution() {
        return Map.of(
                "ArnLike",
                Map.of(
                        "aws:SourceArn",
                        "arn:aws:cloudfront::%s:distribution/*".formatted(site().account())));
    }
}

package dev.makeline.deploy;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/// What stands ready in the other region: a key and the buckets that objects are copied to. The
/// copies of the tables are made by the tables themselves, with this key.
///
/// Both find the key by its alias, so that nothing has to be carried from stack to stack between
/// regions.
final class StandbyStack extends MakelineStack {

    static final String KEY_ALIAS = "makeline-standby";

    StandbyStack(Construct scope, Environment environment, String region) {
        super(scope, environment, region, "standby", "copies in another region");
        Key key =
                Key.Builder.create(this, "Key")
                        .alias(KEY_ALIAS)
                        .description("Copies of Makeline's objects and rows")
                        .enableKeyRotation(true)
                        .removalPolicy(dataRemoval())
                        .build();
        Stream.of("makeline-intake", "makeline-files").forEach(name -> copies(name, region, key));
    }

    static String keyArn(Site site, String region) {
        return "arn:aws:kms:%s:%s:alias/%s".formatted(region, site.account(), KEY_ALIAS);
    }

    private void copies(String name, String region, Key key) {
        Bucket bucket =
                Bucket.Builder.create(this, name)
                        .bucketName(site().bucketIn(name, region))
                        .encryption(BucketEncryption.KMS)
                        .encryptionKey(key)
                        .bucketKeyEnabled(true)
                        .versioned(true)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .noncurrentVersionExpiration(
                                                        Duration.days(StorageStack.NONCURRENT_DAYS))
                                                .abortIncompleteMultipartUploadAfter(
                                                        Duration.days(StorageStack.ABANDONED_DAYS))
                                                .build()))
                        .removalPolicy(dataRemoval())
                        .build();
        Exempt.from(
                bucket,
                "AwsSolutions-S1",
                "Only replication writes here; who reads is in the account's trail, and a log bucket in a second region would stand idle.");
    }
}

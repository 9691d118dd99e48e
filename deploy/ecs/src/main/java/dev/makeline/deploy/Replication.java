package dev.makeline.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.CfnBucket;

/// Copies each new object of a bucket to its like in the standby region, deletions included. The
/// versions there stay for as long as the lifecycle says.
final class Replication {

    private final MakelineStack stack;
    private final Key key;
    private final String region;

    Replication(MakelineStack stack, Key key, String region) {
        this.stack = stack;
        this.key = key;
        this.region = region;
    }

    /// @param name without account and region
    void of(CfnBucket bucket, String name) {
        Site site = stack.site();
        String from = Site.bucketArn(site.bucket(name));
        String to = Site.bucketArn(site.bucketIn(name, region));
        Role role =
                Role.Builder.create(stack, name + "-replication")
                        .assumedBy(new ServicePrincipal("s3.amazonaws.com"))
                        .description("Copies %s to %s".formatted(name, region))
                        .build();
        role.addToPolicy(
                Rights.allow(List.of("s3:ListBucket", "s3:GetReplicationConfiguration"), from));
        role.addToPolicy(
                Rights.allow(
                        List.of(
                                "s3:GetObjectVersionForReplication",
                                "s3:GetObjectVersionAcl",
                                "s3:GetObjectVersionTagging"),
                        from + "/*"));
        role.addToPolicy(
                Rights.allow(
                        List.of("s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"),
                        to + "/*"));
        role.addToPolicy(Rights.allow(List.of("kms:Decrypt"), key.getKeyArn()));
        role.addToPolicy(
                PolicyStatement.Builder.create()
                        .actions(List.of("kms:Encrypt", "kms:GenerateDataKey"))
                        .resources(
                                List.of(
                                        "arn:aws:kms:%s:%s:key/*"
                                                .formatted(region, site.account())))
                        .conditions(
                                Map.of(
                                        "ForAnyValue:StringEquals",
                                        Map.of(
                                                "kms:ResourceAliases",
                                                "alias/" + StandbyStack.KEY_ALIAS)))
                        .build());
        Exempt.from(
                role,
                "AwsSolutions-IAM5",
                "Any object of the one bucket; and the key of the other region, which is known here by its alias alone, as the condition says.",
                "Resource::arn:aws:s3:::makeline-[^*]+/\\*",
                "Resource::arn:aws:kms:[^*]+:key/\\*");
        bucket.setReplicationConfiguration(
                CfnBucket.ReplicationConfigurationProperty.builder()
                        .role(role.getRoleArn())
                        .rules(List.of(rule(site, to)))
                        .build());
    }

    private CfnBucket.ReplicationRuleProperty rule(Site site, String to) {
        return CfnBucket.ReplicationRuleProperty.builder()
                .id("standby")
                .status("Enabled")
                .priority(1)
                .filter(CfnBucket.ReplicationRuleFilterProperty.builder().prefix("").build())
                .deleteMarkerReplication(
                        CfnBucket.DeleteMarkerReplicationProperty.builder()
                                .status("Enabled")
                                .build())
                .sourceSelectionCriteria(
                        CfnBucket.SourceSelectionCriteriaProperty.builder()
                                .sseKmsEncryptedObjects(
                                        CfnBucket.SseKmsEncryptedObjectsProperty.builder()
                                                .status("Enabled")
                                                .build())
                                .build())
                .destination(
                        CfnBucket.ReplicationDestinationProperty.builder()
                                .bucket(to)
                                .encryptionConfiguration(
                                        CfnBucket.EncryptionConfigurationProperty.builder()
                                                .replicaKmsKeyId(StandbyStack.keyArn(site, region))
                                                .build())
                                .build())
                .build();
    }
}

package dev.makeline.deploy;

import dev.makeline.protocol.ResourceNames;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is an owner's own: the account, the address and the people to be told.
///
/// Queues and tables are called the same in every account, so one account has one installation in a
/// region.
///
/// @param account of AWS, 12 digits
/// @param region where everything but the edge stands
/// @param host under which people reach Makeline, without a scheme
/// @param zoneName of the hosted zone in Route 53 that the host is in
/// @param zoneId of that zone
/// @param mail of the people who are told of alarms, deletions and costs
/// @param repository on GitHub whose workflows may deliver, `owner/name`
/// @param cloudFrontPrefixes the id, in this region, of the list
///   `com.amazonaws.global.cloudfront.origin-facing` that AWS keeps of the addresses from which
///   CloudFront comes to an origin
/// @param image the tag of the images
/// @param downloadKey the public half, as PEM, of the key that signs links to files behind
///   CloudFront; empty for links of S3 itself
public record Site(
        String account,
        String region,
        String host,
        String zoneName,
        String zoneId,
        String mail,
        String repository,
        String cloudFrontPrefixes,
        String image,
        Optional<String> downloadKey) {

    public Site {
        check("account", account, "[0-9]{12}", "an AWS account, 12 digits");
        check("region", region, "[a-z]{2}(-[a-z]+)+-[0-9]", "a region such as eu-central-1");
        check("host", host, "[a-z0-9-]+(\\.[a-z0-9-]+)+", "a host such as recipes.example.org");
        check("zoneId", zoneId, "Z[A-Z0-9]+", "the id of a hosted zone, such as Z0123456789ABC");
        check("mail", mail, "[^@\\s]+@[^@\\s]+", "an e-mail address");
        check("repository", repository, "[\\w.-]+/[\\w.-]+", "owner/name");
        check(
                "cloudFrontPrefixes",
                cloudFrontPrefixes,
                "pl-[0-9a-f]{8,17}",
                "the id of CloudFront's list of prefixes in that region, such as pl-3b927c52");
        check("image", image, "[\\w][\\w.-]{0,127}", "the tag of an image");
        if (!host.equals(zoneName) && !host.endsWith("." + zoneName)) {
            throw new IllegalArgumentException(
                    "host must be in the zone %s, which zoneName names; %s is not"
                            .formatted(zoneName, host));
        }
    }

    private static void check(String name, String value, String shape, String what) {
        if (!Pattern.matches(shape, value)) {
            throw new IllegalArgumentException(
                    "%s must be %s; it is '%s'. See sites in deploy/ecs/cdk.json."
                            .formatted(name, what, value));
        }
    }

    String url() {
        return "https://" + host;
    }

    /// Where files are downloaded when there is a [#downloadKey].
    String filesHost() {
        return "files." + host;
    }

    /// Names of buckets are taken for everybody, so they bear the account and the region.
    String intakeBucket() {
        return bucket("makeline-intake");
    }

    String filesBucket() {
        return bucket("makeline-files");
    }

    String bucket(String name) {
        return bucketIn(name, region);
    }

    String bucketIn(String name, String inRegion) {
        return "%s-%s-%s".formatted(name, account, inRegion);
    }

    String queueArn(String name) {
        return arn("sqs", name);
    }

    String deadLetterArn(String queue) {
        return queueArn(queue + ResourceNames.DEAD_LETTER_SUFFIX);
    }

    String topicArn(String name) {
        return arn("sns", name);
    }

    String tableArn(String name) {
        return arn("dynamodb", "table/" + name);
    }

    String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
    }

    static String bucketArn(String name) {
        return "arn:aws:s3:::" + name;
    }
}

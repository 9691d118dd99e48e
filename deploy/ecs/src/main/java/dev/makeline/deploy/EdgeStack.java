package dev.makeline.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CacheCookieBehavior;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.PriceClass;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOrigin;
import software.amazon.awscdk.services.cloudfront.origins.VpcOriginWithEndpointProps;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/// The one way in. Pages and the API come through CloudFront by a private road to the load
/// balancer; files, where links to them are signed by a key, from their bucket under a host of
/// their own, so that nothing that somebody uploaded is ever of the pages' origin.
final class EdgeStack extends MakelineStack {

    /// Where CloudFront has its certificates and web ACLs.
    static final String REGION = "us-east-1";

    private static final AllowedMethods ALL = AllowedMethods.ALLOW_ALL;

    final Distribution pages;

    EdgeStack(
            Construct scope,
            Environment environment,
            StorageStack storage,
            ServicesStack services) {
        super(scope, environment, REGION, "edge", "CloudFront before pages and files");
        IHostedZone zone = ServicesStack.zone(this);
        Bucket logs = logs();
        IOrigin balancer =
                VpcOrigin.withApplicationLoadBalancer(
                        services.balancer,
                        VpcOriginWithEndpointProps.builder()
                                .vpcOriginName("makeline")
                                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                                .httpsPort(NetworkStack.HTTPS)
                                .readTimeout(Duration.seconds(60))
                                .keepaliveTimeout(Duration.seconds(55))
                                .build());
        Distribution.Builder distribution =
                distribution("Pages", site().host(), zone, logs)
                        .defaultBehavior(
                                BehaviorOptions.builder()
                                        .origin(balancer)
                                        .allowedMethods(ALL)
                                        .cachePolicy(CachePolicy.CACHING_DISABLED)
                                        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER)
                                        .viewerProtocolPolicy(
                                                ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                                        .build())
                        .additionalBehaviors(Map.of("/assets/*", assets(balancer)));
        if (environment.edgeFirewall()) {
            distribution.webAclId(Firewall.ofCallers(this).getAttrArn());
        }
        pages = distribution.build();
        exempt(pages);
        if (!environment.edgeFirewall()) {
            Exempt.from(
                    pages,
                    "AwsSolutions-CFR2",
                    "The web ACL of a small installation is the one before its load balancer.");
        }
        lead("Host", site().host(), zone, pages);
        storage.downloads.ifPresent(downloads -> {
            Distribution files = files(downloads, zone, logs);
            exempt(files);
            Exempt.from(
                    files,
                    "AwsSolutions-CFR2",
                    "It serves objects to signed links alone, and has no program behind it.");
            lead("FilesHost", site().filesHost(), zone, files);
        });
    }

    private Distribution.Builder distribution(
            String id, String host, IHostedZone zone, Bucket logs) {
        return Distribution.Builder.create(this, id)
                .comment("Makeline: " + host)
                .domainNames(List.of(host))
                .certificate(
                        Certificate.Builder.create(this, id + "Certificate")
                                .domainName(host)
                                .validation(CertificateValidation.fromDns(zone))
                                .build())
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .priceClass(PriceClass.PRICE_CLASS_100)
                .enableLogging(true)
                .logBucket(logs)
                .logFilePrefix(host + "/");
    }

    /// Their paths bear a hash of their content, so that everybody is given the same, whatever
    /// cookies they bring. The host is passed on, since the load balancer's certificate is for it.
    private BehaviorOptions assets(IOrigin balancer) {
        return BehaviorOptions.builder()
                .origin(balancer)
                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                .cachePolicy(
                        CachePolicy.Builder.create(this, "Assets")
                                .cachePolicyName("makeline-assets-" + chosen().name())
                                .comment("As long as the server says; one for everybody")
                                .cookieBehavior(CacheCookieBehavior.none())
                                .headerBehavior(CacheHeaderBehavior.allowList("Host"))
                                .queryStringBehavior(CacheQueryStringBehavior.none())
                                .minTtl(Duration.seconds(0))
                                .defaultTtl(Duration.seconds(0))
                                .maxTtl(Duration.days(365))
                                .enableAcceptEncodingBrotli(true)
                                .enableAcceptEncodingGzip(true)
                                .build())
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .build();
    }

    private Distribution files(StorageStack.DownloadKey downloads, IHostedZone zone, Bucket logs) {
        return distribution("Files", site().filesHost(), zone, logs)
                .defaultBehavior(
                        BehaviorOptions.builder()
                                .origin(
                                        S3BucketOrigin.withOriginAccessControl(
                                                Bucket.fromBucketAttributes(
                                                        this,
                                                        "FilesBucket",
                                                        BucketAttributes.builder()
                                                                .bucketName(site().filesBucket())
                                                                .region(site().region())
                                                                .build())))
                                .trustedKeyGroups(List.of(downloads.group()))
                                .allowedMethods(AllowedMethods.ALLOW_GET_HEAD)
                                .cachePolicy(CachePolicy.CACHING_DISABLED)
                                .originRequestPolicy(
                                        OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                                .responseHeadersPolicy(ResponseHeadersPolicy.SECURITY_HEADERS)
                                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                                .build())
                .build();
    }

    private void lead(String id, String host, IHostedZone zone, Distribution distribution) {
        RecordTarget target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
        ARecord.Builder.create(this, id).zone(zone).recordName(host + ".").target(target).build();
        AaaaRecord.Builder.create(this, id + "V6")
                .zone(zone)
                .recordName(host + ".")
                .target(target)
                .build();
    }

    private static void exempt(Distribution distribution) {
        Exempt.from(
                distribution,
                "AwsSolutions-CFR1",
                "People log in from wherever they are; which countries may not is for an owner to say.");
    }

    /// CloudFront writes its logs through access lists, which no other bucket has.
    private Bucket logs() {
        Bucket bucket =
                Bucket.Builder.create(this, "Logs")
                        .bucketName(site().bucketIn("makeline-edge-logs", REGION))
                        .encryption(BucketEncryption.S3_MANAGED)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
                        .enforceSsl(true)
                        .minimumTlsVersion(1.2)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .expiration(Duration.days(chosen().logDays()))
                                                .build()))
                        .removalPolicy(
                                chosen().keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                        .build();
        Exempt.from(bucket, "AwsSolutions-S1", "It holds access logs.");
        return bucket;
    }
}
